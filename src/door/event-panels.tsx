// What this room hangs on the pages of an evening: a guest's ticket and bell, and for the team the way to the door.
import { hasSeat } from '#events';
import type { Panel } from '#kit/panels.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Kept } from '#ui/kept.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import { IdNameForm } from './building/id-name-form.tsx';
import { hasGivenIdName } from './building/list.ts';
import { headsAtDoor } from './door-stand.ts';
import { mayWork } from './may.ts';
import { RingForm } from './pages/ring-form.tsx';
import { doorPaths } from './paths.ts';
import { mayRing, refuseDoor } from './rules.ts';
import { words } from './words.ts';

/** How many are in, and the way to the door, from three days before. One statement, and none before. */
export const doorPanel: Panel<'events.manage'> = async (db, view, { shown: { event, group } }) => {
  if (event.kind === 'online' || refuseDoor(event, view.now) !== null) return null;
  const t = words(view.lang);
  const heads = await headsAtDoor(db, event);
  return (
    <Section title={t('panel.title')}>
      <Rows>
        <Row title={t('panel.go')} href={doorPaths.show(group.slug, event.slug)}>
          {heads === null ? t('panel.before') : t('panel.in', { n: heads })}
        </Row>
      </Rows>
    </Section>
  );
};

/** For who has a seat the ticket, and on the night the bell; for who works the door the way there. */
export const guestDoorPanel: Panel<'events.page'> = async (db, view, { shown, role, person_id }) => {
  const { event, group, mine, along } = shown;
  if (person_id === null || event.kind === 'online' || event.stage === 'cancelled') return null;
  if (view.now.epochMilliseconds >= event.ends_at.getTime()) return null;
  const [g, e] = [group.slug, event.slug];
  const isSeated = hasSeat(mine?.state);
  const works = mayWork(role) && refuseDoor(event, view.now) === null;
  if (!isSeated && !works) return null;
  const t = words(view.lang);
  const isAsked = isSeated && along['door.wants_id_name'] === true;
  const hasGiven = isAsked && (await hasGivenIdName(db, event, person_id));
  const ways = `${isSeated ? 'ticket' : ''} ${works ? 'door' : ''}`;
  return (
    <Section title={t('guest.title')}>
      <Kept
        of={event}
        as={`ways to the door: ${ways}`}
        draw={() => (
          <>
            {isSeated && <p>{t('guest.ticket.text')}</p>}
            <div class="ui-actions">
              {isSeated && <ButtonLink href={doorPaths.ticket(g, e)}>{t('guest.ticket')}</ButtonLink>}
              {works && <ButtonLink href={doorPaths.show(g, e)}>{t('team.work')}</ButtonLink>}
            </div>
          </>
        )}
      />
      {isAsked && <IdNameForm view={view} group={g} event={e} is_given={hasGiven} />}
      {isSeated && mayRing(event, view.now) && <RingForm view={view} group={g} event={e} />}
    </Section>
  );
};
