// An evening's numbers: what to expect, what to order, how many seats to offer; how good that was, and why it says so.
import { eventPaths, type ShownEvent } from '#events';
import { Button } from '#ui/button.tsx';
import { Select } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Figure, Figures } from '#ui/panel.tsx';
import { Actions, Masthead, Section, Split } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { numberPaths } from '../paths.ts';
import type { Choices, Outlook } from '../rules.ts';
import { sayChance, sayGround, sayRange } from '../say-outlook.ts';
import { type Say, words } from '../words.ts';
import { LastYear } from './last-year.tsx';
import { Reasons } from './reasons.tsx';

type Props = { view: View; shown: ShownEvent; outlook: Outlook; choices: Choices };

export function EveningNumbersPage({ view, shown, outlook, choices }: Props) {
  const t = words(view.lang);
  const { event, group, counts } = shown;
  const [g, e] = [group.slug, event.slug];
  const isAllSeats = outlook.signed_up === 0 && outlook.more === 0 && counts.cap > 0;
  const { food, range } = outlook;
  return (
    <Page view={view} title={t('title')} accent={group.color}>
      <Masthead over={<a href={eventPaths.manage(g, e)}>{event.title}</a>} title={t('title')}>
        <p>{sayGround(outlook, t)}</p>
      </Masthead>
      <Figures>
        <Figure label={t('expect')} value={sayRange(range, view.lang)}>
          {isAllSeats
            ? t('expect.announced', { cap: counts.cap, middle: range.p50 })
            : t('expect.text', { middle: range.p50 })}
        </Figure>
        <Figure label={t('food')} value={food.heads}>
          {t('food.text', {
            pizzas: food.pizzas,
            drinks: food.drinks,
            left: Math.round(food.left_over),
            chance: sayChance(food.short, t),
          })}{' '}
          {outlook.food_left && outlook.food_left !== 'no_food' && t(`food.${outlook.food_left}`)}{' '}
          <a href={numberPaths.food(g, e)}>{t('food.more')}</a>
        </Figure>
        <SeatsFigure shown={shown} outlook={outlook} t={t} />
      </Figures>
      <div class="numbers-below">
        <Split
          aside={
            <Reasons outlook={outlook} seats={isAllSeats ? counts.cap : outlook.signed_up} isAll={isAllSeats} t={t} />
          }
        >
          <LastYear
            view={view}
            year={outlook.year}
            ahead={{ starts_at: event.starts_at, zone: event.zone, range, room: event.room_capacity }}
            past={numberPaths.past(g)}
            csv={numberPaths.csv(g, e)}
          />
          <p>
            <a href={numberPaths.group(g)}>{t('group.link')}</a>
          </p>
        </Split>
      </div>
      <Otherwise action={numberPaths.evening(g, e)} choices={choices} t={t} />
    </Page>
  );
}

function SeatsFigure({ shown, outlook, t }: { shown: ShownEvent; outlook: Outlook; t: Say }) {
  const { event, group, counts } = shown;
  const [g, e] = [group.slug, event.slug];
  if (event.kind === 'online') return null;
  const { seats } = outlook;
  const room = event.room_capacity;
  if (seats === null || room === null) {
    return (
      <Figure label={t('seats')} value={counts.cap} unit={t('seats.unit', { n: counts.cap })}>
        {t('seats.no_room')} <a href={eventPaths.edit(g, e)}>{t('seats.no_room.link')}</a>
      </Figure>
    );
  }
  const risks = { chance: sayChance(seats.risk, t), naive: seats.naive, naive_chance: sayChance(seats.naive_risk, t) };
  const text =
    event.posture !== 'free'
      ? t('seats.paid', { room })
      : seats.cut
        ? t('seats.cut', { room })
        : t('seats.text', { room, ...risks });
  return (
    <Figure label={t('seats')} value={seats.cap} unit={t('seats.unit', { n: seats.cap })}>
      {text} {counts.cap !== seats.cap && t('seats.now', { cap: counts.cap })}{' '}
      <a href={eventPaths.cap(g, e)}>{t('seats.change')}</a>
    </Figure>
  );
}

/** A form that asks nothing of the server but the same page again: it works as an address. */
function Otherwise({ action, choices, t }: { action: string; choices: Choices; t: Say }) {
  const percent = (share: number) => String(Math.round(share * 100));
  return (
    <Section title={t('choose')}>
      <form method="get" action={action} class="numbers-choices">
        <Select
          label={t('choose.risk')}
          name="risk"
          value={percent(choices.risk)}
          options={[1, 2, 5, 10, 15, 20].map((share) => ({
            value: String(share),
            label: t('choose.risk.share', { share }),
          }))}
        />
        <Actions>
          <Button kind="quiet">{t('choose.button')}</Button>
        </Actions>
      </form>
    </Section>
  );
}
