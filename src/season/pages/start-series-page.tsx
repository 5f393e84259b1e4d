// A new series: its rule, what every evening has in common, and the days that come of it before anything is made.
import type { EveningNote } from '#events';
import type { Group } from '#groups';
import type { Values } from '#kit/form.ts';
import { instantOf, monthName, sayDayOf, sayTime, weekdayName } from '#kit/time.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox, ErrorSummary, Field, Select } from '#ui/field.tsx';
import { fieldsOf } from '#ui/fields-of.ts';
import { Page } from '#ui/layout.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { type ListedVenue, VenueField } from '#venues';
import { seasonPaths } from '../paths.ts';
import { whiches } from '../series/forms.ts';
import type { StartingPoint } from '../starting-points.ts';
import { type Say, words } from '../words.ts';
import { Noted } from './noted.tsx';

/** What the rule means: a sentence, and the first days. */
export type SeriesPreview = { says: string; days: readonly string[]; goes_on: boolean };

type Props = {
  view: View;
  group: Group;
  notes: readonly EveningNote[];
  /** Those the group chooses from. */
  venues: readonly ListedVenue[];
  point: StartingPoint;
  action: string;
  values: Values;
  errors: Record<string, string>;
  preview: SeriesPreview | null;
};

export function StartSeriesPage({ view, group, notes, venues, point, action, values, errors, preview }: Props) {
  const t = words(view.lang);
  const { value, of } = fieldsOf(values, errors);
  return (
    <Page view={view} title={t('series.start.title')} accent={group.color} width="form">
      <Masthead over={<a href={seasonPaths.plan(group.slug)}>{t('plan.title')}</a>} title={t('series.start.title')}>
        <p>{t('series.start.lead')}</p>
        <p class="ui-soft">{fromSaid(point, view, t)}</p>
      </Masthead>
      <Noted notes={notes} language={group.language} t={t} />
      <ErrorSummary
        view={view}
        errors={Object.entries(errors).map(([field, error]) => ({ field, label: labelOf(field, t), error }))}
      />
      <form class="ui-form season-where" method="post" action={action}>
        <Field
          label={t('series.field.title')}
          {...of('title')}
          hint={t('series.title.hint')}
          maxlength={140}
          required
        />
        <div class="season-two season-two-wide">
          <Select
            label={t('series.field.which')}
            {...of('which')}
            options={whiches.map((which) => ({ value: which, label: t(`series.which.${which}`) }))}
          />
          <Select
            label={t('series.field.weekday')}
            {...of('weekday')}
            options={[1, 2, 3, 4, 5, 6, 7].map((n) => ({ value: String(n), label: weekdayName(n, view.lang) }))}
          />
        </div>
        <div class="season-two season-two-even">
          <Field label={t('plan.field.starts')} {...of('starts')} type="time" required />
          <Field label={t('plan.field.ends')} {...of('ends')} type="time" required />
        </div>
        <VenueField lang={view.lang} value={value('venue')} error={errors.venue} plan={action} venues={venues} />
        <div class="season-typed">
          <Field label={t('series.field.place_name')} {...of('place_name')} maxlength={200} optional />
          <Field label={t('plan.field.place_address')} {...of('place_address')} maxlength={300} optional />
        </div>
        <details class="season-more" open={hidden.some((name) => errors[name])}>
          <summary>{t('series.rest')}</summary>
          <Months values={values} error={errors.not_in} view={view} t={t} />
          <Field label={t('series.field.starts_on')} {...of('starts_on')} type="date" required />
          <div class="season-two season-two-even">
            <Field label={t('series.field.ends_on')} {...of('ends_on')} type="date" optional />
            <Field label={t('series.field.most')} {...of('most')} inputmode="numeric" optional />
          </div>
          <Field label={t('plan.field.cap')} {...of('cap')} inputmode="numeric" hint={t('plan.cap.hint')} optional />
        </details>
        {preview && <Preview preview={preview} view={view} t={t} />}
        <Actions>
          <Button>{t('series.start.button')}</Button>
          <button type="submit" class="ui-button" formmethod="get" formnovalidate>
            {t('series.preview.button')}
          </button>
        </Actions>
      </form>
    </Page>
  );
}

function Months({ values, error, view, t }: { values: Values; error: string | undefined; view: View; t: Say }) {
  const ticked = [values.not_in ?? []].flat();
  return (
    <fieldset class="ui-field" id="not_in">
      <legend class="ui-label">{t('series.field.not_in')}</legend>
      {error && <p class="ui-error">{error}</p>}
      <div class="season-months">
        {Array.from({ length: 12 }, (_, at) => String(at + 1)).map((month) => (
          <Checkbox
            key={month}
            name="not_in"
            id={`not_in-${month}`}
            value={month}
            label={monthName(Number(month), view.lang)}
            checked={ticked.includes(month)}
          />
        ))}
      </div>
    </fieldset>
  );
}

function Preview({ preview, view, t }: { preview: SeriesPreview; view: View; t: Say }) {
  return (
    <div class="season-preview">
      <p>
        <strong>{preview.says}</strong>
      </p>
      <ul>
        {preview.days.map((day) => (
          <li key={day}>{sayDayOf(day, view.lang, 'day')}</li>
        ))}
        {preview.goes_on && <li class="ui-soft">{t('series.preview.more')}</li>}
      </ul>
    </div>
  );
}

function fromSaid(point: StartingPoint, view: View, t: Say): string {
  if (point.from === 'template') return t('series.from', { from: point.name });
  const day = sayTime(instantOf(point.starts_at), point.zone, view.lang, 'short');
  return t('series.from', { from: t('plan.like', { title: point.title, day }) });
}

/** Fields in the part that is folded away. */
const hidden = ['not_in', 'starts_on', 'ends_on', 'most', 'cap'] as const;
const ours = ['title', 'which', 'weekday', 'not_in', 'starts_on', 'ends_on', 'most', 'place_name'] as const;
const plans = ['starts', 'ends', 'place_address', 'cap'] as const;

function labelOf(field: string, t: Say): string {
  const own = ours.find((name) => name === field);
  if (own) return t(`series.field.${own}`);
  const plan = plans.find((name) => name === field);
  return plan ? t(`plan.field.${plan}`) : field;
}
