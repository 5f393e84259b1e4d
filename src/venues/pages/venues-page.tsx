// All venues, with a search.
import { Button, ButtonLink } from '#ui/button.tsx';
import { dotted } from '#ui/dotted.ts';
import { Field } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Empty } from '#ui/panel.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { addressOf } from '../card.ts';
import { venuePaths } from '../paths.ts';
import type { ListedVenue } from '../queries.ts';
import { words } from '../words.ts';

type Props = {
  view: View;
  q: string;
  venues: readonly ListedVenue[];
  next: string | null;
  /** The form a venue is looked for. */
  plan: string | undefined;
  mayAdd: boolean;
};

export function VenuesPage({ view, q, venues, next, plan, mayAdd }: Props) {
  const t = words(view.lang);
  const wanted = venues.length === 0 ? q : '';
  const add = mayAdd && <ButtonLink href={venuePaths.add(plan, wanted)}>{t('list.add')}</ButtonLink>;
  return (
    <Page
      view={view}
      title={t('title')}
      width="narrow"
      head={q ? <meta name="robots" content="noindex, follow" /> : undefined}
    >
      <Masthead over={plan && <a href={plan}>{t('plan.back')}</a>} title={t('title')}>
        <p>{t(plan ? 'plan.lead' : 'lead')}</p>
      </Masthead>
      <search>
        <form class="venues-search" method="get" action={venuePaths.list()}>
          {plan && <input type="hidden" name="plan" value={plan} />}
          <Field label={t('list.q')} name="q" type="search" value={q} maxlength={100} />
          <Button kind="quiet">{t('list.search')}</Button>
        </form>
      </search>
      {venues.length > 0 && (
        <Rows label={t('title')}>
          {venues.map((venue) => (
            <Row key={venue.venue_id} title={<bdi>{venue.name}</bdi>} href={venuePaths.show(venue.slug, plan)}>
              {dotted([addressOf(venue), venue.capacity !== null && t('capacity.n', { n: venue.capacity })])}
            </Row>
          ))}
        </Rows>
      )}
      {venues.length === 0 && (
        <Empty
          title={t(q ? 'list.nothing' : 'list.none')}
          action={
            <>
              {q && <ButtonLink href={venuePaths.list({ plan })}>{t('list.all')}</ButtonLink>}
              {add}
            </>
          }
        >
          {t(q ? 'list.nothing.text' : 'list.none.text')}
        </Empty>
      )}
      {venues.length > 0 && (
        <Actions>
          {next && <ButtonLink href={venuePaths.list({ q, after: next, plan })}>{t('list.more')}</ButtonLink>}
          {add}
        </Actions>
      )}
    </Page>
  );
}
