// The first page for somebody signed out: a welcome on an empty server, what is on when there are groups.
import { EventRow } from '#events';
import { groupPaths } from '#groups';
import { ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Rows } from '#ui/list.tsx';
import { Empty, Panel, Steps } from '#ui/panel.tsx';
import { Actions, Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { FoundEvenings } from '../find-evenings.ts';
import type { FoundGroups } from '../find-groups.ts';
import { monthAt } from '../month/calendar.ts';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';
import { EmptyLid, Lid } from './lid.tsx';
import { SearchForm } from './search-form.tsx';

const steps = ['found', 'announce', 'open', 'meet'] as const;
const stickers = [1, 2, 3, 4, 5] as const;

/** Nobody is here yet: what this is, and two ways on. */
export function FirstDayPage({ view }: { view: View }) {
  const t = words(view.lang);
  return (
    <Page view={view} title="Ugroup" description={t('first.lede')}>
      <EmptyLid names={stickers.map((n) => t(`sticker.${n}`))} />
      <Masthead title={t('first.title')}>
        <p class="ui-lede">{t('first.lede')}</p>
        <Actions>
          <ButtonLink kind="main" href={groupPaths.start()}>
            {t('first.start')}
          </ButtonLink>
          <ButtonLink href={sitePaths.demo()}>{t('first.demo')}</ButtonLink>
        </Actions>
      </Masthead>
      <Section title={t('first.steps')}>
        <Steps
          now={0}
          items={steps.map((step) => ({ label: t(`first.step.${step}`), detail: t(`first.step.${step}.more`) }))}
        />
      </Section>
      <p class="ui-soft">{t('first.keeper')}</p>
    </Page>
  );
}

type PublicHomeProps = { view: View; evenings: FoundEvenings; groups: FoundGroups };

export function PublicHome({ view, evenings: { evenings }, groups: { groups, total } }: PublicHomeProps) {
  const t = words(view.lang);
  return (
    <Page
      view={view}
      title="Ugroup"
      description={t('home.lede')}
      head={<link rel="canonical" href={`${view.origin}/`} />}
    >
      <Masthead title={t('home.title')}>
        <p class="ui-lede">{t('home.lede')}</p>
      </Masthead>
      <SearchForm view={view} action={sitePaths.evenings()} search={{ q: '', country: null }} />
      <Lid label={t('home.groups')} groups={groups} />
      <Section
        title={t('home.evenings')}
        action={evenings.length > 0 && <a href={sitePaths.evenings()}>{t('home.evenings.all')}</a>}
      >
        {evenings.length > 0 ? (
          <Rows>
            {evenings.map((event) => (
              <EventRow key={event.event_id} view={view} event={event} withGroup />
            ))}
          </Rows>
        ) : (
          <Empty
            title={t('home.evenings.none')}
            action={<ButtonLink href={sitePaths.evenings({ when: 'before' })}>{t('evenings.look_before')}</ButtonLink>}
          >
            {t('home.evenings.none.text')}
          </Empty>
        )}
        <p>
          <a href={sitePaths.groups()}>{t('home.groups.all', { n: total })}</a> ·{' '}
          <a href={sitePaths.map()}>{t('home.map')}</a> ·{' '}
          <a href={sitePaths.month(monthAt(view.now))}>{t('home.month')}</a>
        </p>
      </Section>
      <Panel
        title={t('home.start.title')}
        action={
          <ButtonLink kind="main" href={groupPaths.start()}>
            {t('first.start')}
          </ButtonLink>
        }
      >
        <p>{t('home.start.text')}</p>
      </Panel>
    </Page>
  );
}
