// A venue's own page: how to get in, what to expect, which evenings are ahead; for organisers what they need beside.
import type { VNode } from 'preact';
import { instantOf, sayTime } from '#kit/time.ts';
import { ButtonLink, PostButton } from '#ui/button.tsx';
import { dotted } from '#ui/dotted.ts';
import { Page } from '#ui/layout.tsx';
import { Facts } from '#ui/panel.tsx';
import { Actions, Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { addressOf } from '../card.ts';
import { mayChange, mayUse } from '../may.ts';
import { venuePaths } from '../paths.ts';
import type { Plan } from '../plan.ts';
import type { Standing, Venue } from '../queries.ts';
import { arrivalLines } from '../tables.ts';
import { words } from '../words.ts';
import { AccessFacts } from './access-facts.tsx';

type Props = { view: View; venue: Venue; standing: Standing; plan: Plan | null; panels: VNode[] };

export function VenuePage({ view, venue, standing, plan, panels }: Props) {
  const t = words(view.lang);
  const { name, arrival, capacity, latitude, longitude } = venue;
  const address = addressOf(venue);
  const asked = arrivalLines.filter((line) => arrival[line] && line !== 'note');
  const facts = [
    capacity !== null && { term: t('page.capacity'), detail: t('page.capacity.n', { n: capacity }) },
    latitude !== null &&
      longitude !== null && {
        term: t('page.map'),
        detail: (
          <a href={mapOf(latitude, longitude)} rel="nofollow noopener">
            {t('page.map.link')}
          </a>
        ),
      },
  ].filter((fact) => fact !== false);
  return (
    <Page
      view={view}
      title={name}
      description={[name, address].join(', ')}
      width="narrow"
      head={<link rel="canonical" href={`${view.origin}${venuePaths.show(venue.slug)}`} />}
    >
      <Masthead over={<a href={venuePaths.list({ plan: plan?.path })}>{t('title')}</a>} title={name}>
        <p dir="auto">{address}</p>
        {plan && standing.mine.some(({ slug }) => slug === plan.group) && (
          <Actions>
            <PostButton action={venuePaths.use(venue.slug)} fields={{ group: plan.group, plan: plan.path }} kind="main">
              {t('page.choose')}
            </PostButton>
          </Actions>
        )}
      </Masthead>
      {panels}
      <Section title={t('page.arrival')} id="arrival">
        {asked.length > 0 && (
          <Facts
            items={asked.map((line) => ({
              term: t(`arrival.${line}`),
              detail: <span dir="auto">{arrival[line]}</span>,
            }))}
          />
        )}
        {arrival.note && (
          <p class="venues-lines" dir="auto">
            {arrival.note}
          </p>
        )}
        {asked.length === 0 && !arrival.note && <p class="ui-soft">{t('page.arrival.none')}</p>}
      </Section>
      <Section title={t('access.title')}>
        <AccessFacts
          lang={view.lang}
          access={venue.access}
          note={venue.access_note}
          ask={{ text: t('access.ask.text') }}
        />
      </Section>
      {facts.length > 0 && (
        <Section title={t('page.about')}>
          <Facts items={facts} />
        </Section>
      )}
      {mayUse(standing) && <ForOrganisers view={view} venue={venue} standing={standing} />}
    </Page>
  );
}

function ForOrganisers({ view, venue, standing }: Omit<Props, 'plan' | 'panels'>) {
  const t = words(view.lang);
  const { slug, contact_name, contact_reach, contact_until } = venue;
  const { caretakers, mine } = standing;
  const facts = [
    contact_until !== null && {
      term: t('page.contact'),
      detail: (
        <>
          {dotted([contact_name, contact_reach])}{' '}
          <small class="ui-soft">
            {t('page.contact.until', { day: sayTime(instantOf(contact_until), venue.zone, view.lang, 'date') })}
          </small>
        </>
      ),
    },
    {
      term: t('page.caretakers'),
      detail: caretakers.map(({ name }) => name).join(', ') || t('page.caretakers.none'),
    },
  ].filter((fact) => fact !== false);
  return (
    <Section title={t('page.team')}>
      <Facts items={facts} />
      {mine
        .filter(({ uses }) => uses)
        .map(({ group_id, name }) => (
          <p key={group_id}>{t('page.uses', { group: name })}</p>
        ))}
      <Actions>
        {mine
          .filter(({ uses }) => !uses)
          .map(({ group_id, slug: group, name }) => (
            <PostButton key={group_id} action={venuePaths.use(slug)} fields={{ group }}>
              {t('page.use', { group: name })}
            </PostButton>
          ))}
        {mayChange(standing) && <ButtonLink href={venuePaths.edit(slug)}>{t('page.edit')}</ButtonLink>}
        {mayChange(standing) && <ButtonLink href={venuePaths.caretakers(slug)}>{t('caretakers.title')}</ButtonLink>}
        {!mayChange(standing) && caretakers.length > 0 && (
          <ButtonLink href={venuePaths.correct(slug)}>{t('correct.title')}</ButtonLink>
        )}
        {caretakers.length === 0 && <PostButton action={venuePaths.take(slug)}>{t('caretakers.take')}</PostButton>}
      </Actions>
    </Section>
  );
}

const mapOf = (latitude: number, longitude: number): string =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`;
