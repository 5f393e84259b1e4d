// The organisers' guest list: search, filter, choose some and write to them, take it along.
import { instantOf, sayTime } from '#kit/time.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { dotted } from '#ui/dotted.ts';
import { Field } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Empty } from '#ui/panel.tsx';
import { Actions, Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { elsewhereWords } from '../elsewhere/words.ts';
import type { Guest, GuestCounts, GuestFilter } from '../guest-list.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import type { AnswerCounts } from '../questions/guest-answers.ts';
import { questionWords } from '../questions/words.ts';
import { stateAt } from '../rules.ts';
import { returnableStates } from '../state-rules.ts';
import { type Say, words } from '../words.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  filter: GuestFilter;
  guests: Guest[];
  next: string | null;
  counts: GuestCounts;
  /** Names from elsewhere that may be guests here as well. */
  pairs: number;
  /** How many answered what the evening asks. */
  answers: AnswerCounts;
  add?: { values: Record<string, string>; errors: Record<string, string> } | undefined;
};

export function GuestsPage({ view, shown, filter, guests, next, counts, pairs, answers, add }: Props) {
  const t = words(view.lang);
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  const path = eventPaths.guests(g, e);
  const state = stateAt(event, view.now);
  const isAhead = state !== 'done' && state !== 'cancelled';
  return (
    <Page view={view} title={t('guests.title')} accent={group.color}>
      <Masthead over={<a href={eventPaths.manage(g, e)}>{event.title}</a>} title={t('guests.title')}>
        <p>{t('guests.private')}</p>
      </Masthead>
      <StateTabs path={path} filter={filter} counts={counts} t={t} />
      {counts.held > 0 && <p class="ui-soft">{t('guests.held', { n: counts.held })}</p>}
      {answers.questions > 0 && (
        <p>
          <a href={eventPaths.guestAnswers(g, e)}>
            {questionWords(view.lang)('guests.line', { n: answers.answered, all: answers.guests })}
          </a>
        </p>
      )}
      {counts.elsewhere > 0 && (
        <p class="ui-soft">
          {elsewhereWords(view.lang)('counted', { n: counts.elsewhere })}{' '}
          <a href={eventPaths.elsewhere(g, e)}>{elsewhereWords(view.lang)('open')}</a>
        </p>
      )}
      {pairs > 0 && isAhead && (
        <p>
          <a href={`${eventPaths.elsewhere(g, e)}#names`}>{elsewhereWords(view.lang)('same.look', { n: pairs })}</a>
        </p>
      )}
      <search>
        <form class="events-find" method="get" action={path}>
          <input type="hidden" name="state" value={filter.state} />
          <Field label={t('guests.search')} name="q" type="search" value={filter.q} />
          <Button kind="quiet">{t('guests.find')}</Button>
        </form>
      </search>
      {guests.length === 0 ? (
        <Nobody view={view} shown={shown} filter={filter} t={t} />
      ) : (
        <form method="post" action={eventPaths.guestsMail(g, e)}>
          <input type="hidden" name="state" value={filter.state} />
          {(filter.state === 'missed' || filter.state === 'excused') && (
            <p class="ui-soft">{t(filter.state === 'missed' ? 'guests.excuse.text' : 'guests.excused.text')}</p>
          )}
          <Guests view={view} shown={shown} filter={filter} guests={guests} mayChoose={isAhead} t={t} />
          <Actions>
            {isAhead && (
              <Button kind="quiet" name="step" value="choose">
                {t('guests.chosen.mail')}
              </Button>
            )}
            <a href={`${eventPaths.guestsCsv(g, e)}?${new URLSearchParams({ state: filter.state, q: filter.q })}`}>
              {t('guests.csv')}
            </a>
            {next && (
              <a href={`${path}?${new URLSearchParams({ state: filter.state, q: filter.q, after: next })}`}>
                {t('guests.more')}
              </a>
            )}
          </Actions>
        </form>
      )}
      {isAhead && state !== 'draft' && <AddGuest shown={shown} add={add} t={t} more={elsewhereWords(view.lang)} />}
    </Page>
  );
}

function StateTabs({ path, filter, counts, t }: { path: string; filter: GuestFilter; counts: GuestCounts; t: Say }) {
  // Who said what is only there once they were asked; it stands beside those it is about.
  const hasAsked = counts.confirmed + counts.unanswered + counts.soft > 0;
  const said = hasAsked ? (['confirmed', 'unanswered', 'soft'] as const) : [];
  const after = ['checked_in', 'missed', 'excused', 'walked_in', 'offered'] as const;
  const tabs = [
    ['going', counts.going],
    ...said.filter((state) => counts[state] > 0).map((state) => [state, counts[state]] as const),
    ...after.filter((state) => counts[state] > 0).map((state) => [state, counts[state]] as const),
    ['waitlisted', counts.waitlisted],
    ['interested', counts.interested],
    ['released', counts.released],
    ['all', null],
  ] as const;
  return (
    <ul class="events-tabs">
      {tabs.map(([state, n]) => (
        <li key={state}>
          <a href={`${path}?state=${state}`} aria-current={filter.state === state ? 'page' : undefined}>
            {t(
              state === 'going' && counts.checked_in + counts.missed + counts.excused > 0
                ? 'guests.seats'
                : `guests.${state}`,
            )}
            {n !== null && ` (${n})`}
          </a>
        </li>
      ))}
    </ul>
  );
}

type ListProps = Pick<Props, 'view' | 'shown' | 'filter' | 'guests'> & { mayChoose: boolean; t: Say };

/** One line of facts per guest, so that a hundred scroll by on a phone; once it is over there is nothing to choose them for. */
function Guests({ view, shown, filter, guests, mayChoose, t }: ListProps) {
  const Line = mayChoose ? 'label' : 'div';
  const action = eventPaths.guestsRelease(shown.group.slug, shown.event.slug);
  return (
    <ul class="events-guests">
      {guests.map((guest) => (
        <li key={guest.person_id}>
          <Line class={mayChoose ? 'ui-tick' : undefined}>
            {mayChoose && (
              <input
                type="checkbox"
                name="chosen"
                value={guest.person_id}
                aria-label={t('guests.choose', { name: guest.name })}
              />
            )}
            <span>
              <bdi>{guest.name || guest.address}</bdi>{' '}
              {guest.pronouns && <span class="ui-soft">({guest.pronouns})</span>}
              <span class="events-guest-facts">{factsOf(guest, filter, shown.event.zone, view.lang, t)}</span>
            </span>
          </Line>
          {mayChoose && returnableStates.includes(guest.state) && (
            <button
              type="submit"
              class="ui-textbutton"
              name="release"
              value={guest.person_id}
              formaction={action}
              aria-label={`${t(guest.state === 'going' ? 'guests.release' : 'guests.unlist')}: ${guest.name}`}
            >
              {t(guest.state === 'going' ? 'guests.release' : 'guests.unlist')}
            </button>
          )}
          {(guest.state === 'missed' || guest.state === 'excused') && <Excuse shown={shown} guest={guest} t={t} />}
        </li>
      ))}
    </ul>
  );
}

/** The morning after: who missed it is excused with one tap, and with another no longer. */
function Excuse({ shown, guest, t }: { shown: ShownEvent; guest: Guest; t: Say }) {
  const label = t(guest.state === 'missed' ? 'guests.excuse' : 'guests.excuse.back');
  return (
    <button
      type="submit"
      class="ui-textbutton"
      name={guest.state === 'missed' ? 'excuse' : 'take_back'}
      value={guest.person_id}
      formaction={eventPaths.guestsExcuse(shown.group.slug, shown.event.slug)}
      aria-label={`${label}: ${guest.name}`}
    >
      {label}
    </button>
  );
}

function factsOf(guest: Guest, filter: GuestFilter, zone: string, lang: View['lang'], t: Say): string {
  return dotted([
    filter.state === guest.state ? '' : t(`guests.${guest.state}`),
    guest.late ? t('guests.late') : '',
    guest.name ? guest.address : '',
    guest.party > 1 ? t('guests.guests', { n: guest.party }) : '',
    guest.said && guest.said !== filter.state ? t(`guests.${guest.said}`) : '',
    guest.offered_until
      ? t('guests.offered.until', { when: sayTime(instantOf(guest.offered_until), zone, lang, 'moment') })
      : t('guests.asked', { date: sayTime(instantOf(guest.asked_at), zone, lang, 'short') }),
  ]);
}

function Nobody({ view, shown, filter, t }: { view: View; shown: ShownEvent; filter: GuestFilter; t: Say }) {
  if (filter.q !== '' || filter.state !== 'going')
    return <Empty title={t('guests.none')}>{t('guests.none.text')}</Empty>;
  const link = view.origin + eventPaths.show(shown.group.slug, shown.event.slug);
  return <Empty title={t('guests.empty')}>{t('guests.empty.text', { link })}</Empty>;
}

type More = ReturnType<typeof elsewhereWords>;

function AddGuest({ shown, add, t, more }: { shown: ShownEvent; add: Props['add']; t: Say; more: More }) {
  const { event, group } = shown;
  return (
    <Section title={t('guests.add')}>
      <p>{t('guests.add.text')}</p>
      <form class="ui-form" method="post" action={eventPaths.guestsAdd(group.slug, event.slug)}>
        <Field
          label={t('guests.name')}
          name="name"
          value={add?.values.name}
          error={add?.errors.name}
          maxlength={120}
          required
        />
        <Field
          label={t('guests.address')}
          name="address"
          type="email"
          value={add?.values.address}
          error={add?.errors.address}
          maxlength={254}
          required
        />
        <Button kind="quiet">{t('guests.add.button')}</Button>
      </form>
      <Actions>
        <ButtonLink href={eventPaths.elsewhere(group.slug, event.slug)}>{more('open')}</ButtonLink>
      </Actions>
    </Section>
  );
}
