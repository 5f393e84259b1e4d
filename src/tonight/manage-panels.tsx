// What this room hangs on the organisers' page of an evening, and on their group's page in the days after one.
import { sql } from 'kysely';
import { type EventKey, morningRules, unnotedEvening } from '#events';
import { mayOrganise } from '#groups';
import type { Panel } from '#kit/panels.ts';
import type { Db } from '#kit/tables.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Panel as Raised } from '#ui/panel.tsx';
import { Section } from '#ui/section.tsx';
import { tonightPaths } from './paths.ts';
import { isOnTheDay } from './rules.ts';
import { words } from './words.ts';

/**
 * On the day the way to its page. The morning after: to be noted while somebody is asked about it, later to look up. One
 * statement, and none before the end.
 */
export const nightPanel: Panel<'events.manage_next'> = async (db, view, { shown: { event, group } }) => {
  const t = words(view.lang);
  const [g, e] = [group.slug, event.slug];
  const refused = morningRules.refuse(event, view.now);
  if (refused === 'events.not_over' && event.stage !== 'draft' && isOnTheDay(event, view.now)) {
    const text = <p>{t('night.link.text')}</p>;
    const way = (
      <ButtonLink href={tonightPaths.night(g, e)} kind="main">
        {t('night.link')}
      </ButtonLink>
    );
    // Before it begins, whether people can still sign up stands raised above.
    if (view.now.epochMilliseconds >= event.starts_at.getTime())
      return (
        <Raised title={t('night.title')} action={way}>
          {text}
        </Raised>
      );
    return (
      <Section title={t('night.title')}>
        {text}
        {way}
      </Section>
    );
  }
  if (refused !== null) return null;
  const { is_noted, thanked } = await morningStand(db, event);
  const isAsked = morningRules.isAskedAbout(event, view.now);
  if (!is_noted && !isAsked && thanked === null) return null;
  const thanks = (isAsked || thanked !== null) && (
    <Row title={t('thanks.title')} href={tonightPaths.thanks(g, e)}>
      {thanked === null ? t('panel.to_thank') : t('panel.thanked', { n: thanked })}
    </Row>
  );
  if (isAsked && !is_noted)
    return (
      <>
        <Raised
          title={t('morning.title')}
          action={
            <ButtonLink href={tonightPaths.morning(g, e)} kind="main">
              {t('panel.to_note.go')}
            </ButtonLink>
          }
        >
          <p>{t('panel.to_note')}</p>
        </Raised>
        <Rows>{thanks}</Rows>
      </>
    );
  return (
    <Section title={t('morning.title')}>
      <Rows>
        {is_noted && (
          <Row title={t('panel.noted')} href={tonightPaths.morning(g, e)}>
            {t('panel.noted.see')}
          </Row>
        )}
        {thanks}
      </Rows>
    </Section>
  );
};

async function morningStand(db: Db, { group_id, event_id }: EventKey) {
  const { rows } = await sql<{ is_noted: boolean; thanked: number | null }>`
    select exists (select from events.morning_after m where m.group_id = ${group_id} and m.event_id = ${event_id}) as is_noted,
      (select told from tonight.thanks x where x.group_id = ${group_id} and x.event_id = ${event_id}) as thanked`.execute(
    db,
  );
  return rows[0] as { is_noted: boolean; thanked: number | null };
}

/** On their group's page, while organisers still remember it: how the last evening was. One statement. */
export const howWasItPanel: Panel<'groups.organiser'> = async (db, view, { group, role }) => {
  if (!mayOrganise(role)) return null;
  const event = await unnotedEvening(db, group.group_id, view.now);
  if (event === null) return null;
  const t = words(view.lang);
  return (
    <Raised
      over={t('night.over.go')}
      title={<span lang={group.language}>{event.title}</span>}
      action={
        <ButtonLink href={tonightPaths.morning(group.slug, event.slug)} kind="main">
          {t('panel.to_note.go')}
        </ButtonLink>
      }
    >
      <p>{t('panel.to_note')}</p>
    </Raised>
  );
};

/** Ways to the page of the night and to the slides. No statement. */
export const slidesPanel: Panel<'events.manage'> = async (_db, view, { shown: { event, group } }) => {
  if (event.stage === 'cancelled') return null;
  const t = words(view.lang);
  const [g, e] = [group.slug, event.slug];
  // On the day it stands above, and afterwards it has nothing to say.
  const isStillToCome = !isOnTheDay(event, view.now) && view.now.epochMilliseconds < event.starts_at.getTime();
  return (
    <Section title={t('panel.night')}>
      <Rows>
        {event.source === null && isStillToCome && (
          <Row title={t('night.link')} href={tonightPaths.night(g, e)}>
            {t('night.link.text')}
          </Row>
        )}
        <Row title={t('slides.link')} href={tonightPaths.slides(g, e)}>
          {t('panel.slides')}
        </Row>
        <Row title={t('opener.title')} href={tonightPaths.slidesEdit(g, e)} />
      </Rows>
    </Section>
  );
};
