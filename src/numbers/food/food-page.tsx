// An evening's food: how much to order and what that comes to, what was ordered, and what the group has learnt from it.
import { eventPaths, type ShownEvent } from '#events';
import { instantOf, sayDayOf, sayTime } from '#kit/time.ts';
import { Button } from '#ui/button.tsx';
import { dotted } from '#ui/dotted.ts';
import { ErrorSummary, Field, Select } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Actions, Masthead, Section, Split } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { AskGuests, Diets, type KitchenFacts } from '../diet/diets.tsx';
import type { Meal, NumberFacts } from '../facts.ts';
import { numberPaths } from '../paths.ts';
import { eatenOf, type Outlook } from '../rules.ts';
import { sayRange } from '../say-outlook.ts';
import { mealKinds } from '../tables.ts';
import { type Say, words } from '../words.ts';
import { eatenAHead, shares } from './food-rules.ts';
import { Order, TradeOff } from './order.tsx';
import type { RefusedForm } from './refused-form.ts';
import { sayDecimal } from './say-food.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  facts: NumberFacts;
  outlook: Outlook;
  asked: KitchenFacts;
  organises: boolean;
  /** It is over: what is to be ordered is past. */
  is_over: boolean;
  typed?: RefusedForm | undefined;
};

export function FoodPage({ view, shown, facts, outlook, asked, organises, is_over, typed }: Props) {
  const t = words(view.lang);
  const { event, group } = shown;
  const { meal } = facts;
  return (
    <Page view={view} title={t('meal.title')} accent={group.color}>
      <Masthead over={<a href={eventPaths.manage(group.slug, event.slug)}>{event.title}</a>} title={t('meal.title')}>
        {!is_over && (
          <p>
            {t('meal.lede', { range: sayRange(outlook.range, view.lang), middle: outlook.range.p50 })}{' '}
            <a href={numberPaths.evening(group.slug, event.slug)}>{t('meal.why')}</a>
          </p>
        )}
      </Masthead>
      <ErrorSummary
        view={view}
        errors={Object.entries(typed?.errors ?? {}).map(([field, error]) => ({
          field,
          label: t(`meal.${field as 'cost'}`),
          error,
        }))}
      />
      {!is_over && <Order view={view} meal={meal} outlook={outlook} t={t} />}
      <div class={is_over ? undefined : 'numbers-below'}>
        <Split
          aside={
            <>
              <Ordered view={view} shown={shown} meal={meal} outlook={outlook} is_over={is_over} typed={typed} t={t} />
              {!is_over && organises && <How shown={shown} meal={meal} outlook={outlook} typed={typed} t={t} />}
              {!is_over && organises && <AskGuests view={view} shown={shown} facts={asked} />}
            </>
          }
        >
          <Diets view={view} shown={shown} facts={asked} food={outlook.food} is_over={is_over} />
          {!is_over && <TradeOff view={view} meal={meal} outlook={outlook} t={t} />}
        </Split>
      </div>
      <Learnt view={view} facts={facts} outlook={outlook} t={t} />
    </Page>
  );
}

type Wish = { shown: ShownEvent; meal: Meal | null; outlook: Outlook; typed: RefusedForm | undefined; t: Say };

function How({ shown: { event, group }, meal, outlook: { by }, typed, t }: Wish) {
  const kept = {
    enough: String(Math.round(by.enough * 100)),
    helpers: String(by.helpers),
    kind: meal?.kind ?? 'pizza',
    cost: meal?.cost_cents ? (meal.cost_cents / 100).toFixed(2) : '',
    currency: meal?.currency ?? '',
    order_on: meal?.order_on ?? '',
  };
  const values: Record<string, string> = { ...kept, ...typed?.values };
  const of = (name: keyof typeof kept) => ({ value: values[name], error: typed?.errors[name] });
  return (
    <Section title={t('meal.how')}>
      <form method="post" action={numberPaths.food(group.slug, event.slug)} class="numbers-meal">
        <Select
          label={t('meal.enough')}
          name="enough"
          {...of('enough')}
          options={shares.map((share) => ({ value: String(share), label: t('choose.enough.share', { share }) }))}
        />
        <Select
          label={t('meal.kind')}
          name="kind"
          {...of('kind')}
          options={mealKinds.map((kind) => ({ value: kind, label: t(`meal.kind.${kind}`) }))}
        />
        <Field label={t('meal.helpers')} name="helpers" {...of('helpers')} inputmode="numeric" maxlength={2} />
        <Field label={t('meal.order_on')} name="order_on" {...of('order_on')} type="date" optional />
        <div class="numbers-money">
          <Field label={t('meal.cost')} name="cost" {...of('cost')} inputmode="decimal" maxlength={8} optional />
          <Field
            label={t('meal.currency')}
            name="currency"
            {...of('currency')}
            maxlength={3}
            placeholder="EUR"
            optional
          />
        </div>
        <Button kind="quiet">{t('meal.save')}</Button>
      </form>
    </Section>
  );
}

function Ordered({
  view,
  shown: { event, group },
  meal,
  outlook: { food },
  is_over,
  typed,
  t,
}: Wish & { view: View; is_over: boolean }) {
  const was = meal?.ordered ?? null;
  const suggestion = is_over ? '' : String(food.portions);
  return (
    <div class="numbers-why">
      <Section title={t('ordered')}>
        {meal?.order_on && !is_over && (
          <p>
            <b>{t('meal.by', { day: sayDayOf(meal.order_on, view.lang, 'day') })}</b>
          </p>
        )}
        <p class="ui-soft">{was === null ? t('ordered.text') : t('ordered.was', { n: was })}</p>
        <form method="post" action={numberPaths.ordered(group.slug, event.slug)} class="numbers-ordered">
          <Field
            label={t('meal.ordered')}
            name="ordered"
            inputmode="numeric"
            maxlength={5}
            value={typed?.values.ordered ?? (was === null ? suggestion : String(was))}
            error={typed?.errors.ordered}
          />
          <Actions>
            <Button kind={was === null ? 'main' : 'quiet'}>
              {t(was === null ? 'ordered.save' : 'ordered.change')}
            </Button>
          </Actions>
        </form>
      </Section>
    </div>
  );
}

/** Older ones count too; a page of them says no more. */
const SHOWN = 8;

function Learnt({ view, facts, outlook: { appetite }, t }: Pick<Props, 'view' | 'facts' | 'outlook'> & { t: Say }) {
  const eaten = eatenOf(facts.counted);
  return (
    <Section title={t('eaten')}>
      <p class="ui-soft">
        {eaten.length === 0
          ? t('eaten.none')
          : t('eaten.text', { n: eaten.length, a_head: sayDecimal(appetite.a_head, 2, view.lang) })}
      </p>
      {eaten.length > 0 && (
        <Table
          caption={t('eaten')}
          captionHidden
          columns={[
            { key: 'evening', label: t('table.evening') },
            { key: 'ordered', label: t('meal.ordered'), numeric: true },
            { key: 'fed', label: t('eaten.fed'), numeric: true },
            { key: 'left', label: t('eaten.left') },
            { key: 'a_head', label: t('eaten.a_head'), numeric: true },
          ]}
          rows={eaten
            .slice(-SHOWN)
            .toReversed()
            .map((one) => ({
              key: one.night,
              cells: {
                evening: dotted([sayTime(instantOf(new Date(one.starts_at)), one.zone, view.lang, 'date'), one.title]),
                ordered: one.ordered,
                fed: one.fed,
                left: <span class="numbers-nowrap">{t(`left.${one.left}` as 'left.half')}</span>,
                a_head: sayDecimal(eatenAHead(one) ?? 0, 2, view.lang),
              },
            }))}
        />
      )}
    </Section>
  );
}
