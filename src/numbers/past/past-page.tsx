// Evenings that were: type several in at once, see what is noted, change or remove one.
import { type Group, groupPaths } from '#groups';
import { sayDayOf } from '#kit/time.ts';
import { Button, PostButton } from '#ui/button.tsx';
import { dot } from '#ui/dotted.ts';
import { ErrorSummary, Field, Select } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Empty, Tag } from '#ui/panel.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { numberPaths } from '../paths.ts';
import { postures } from '../tables.ts';
import { type Say, words } from '../words.ts';
import type { PastEvening, Uncounted } from './past-evenings.ts';
import { fieldOf, pastFields, ROWS } from './past-form.ts';

type Props = {
  view: View;
  group: Group;
  evenings: readonly PastEvening[];
  /** From a list, without a count: offered to be completed. */
  uncounted: readonly Uncounted[];
  /** The day of one that is to be changed. */
  change?: string | undefined;
  /** What was typed and refused. */
  typed?: { values: Record<string, string>; errors: Record<string, string> } | undefined;
};

export function PastPage({ view, group, evenings, uncounted, change, typed }: Props) {
  const t = words(view.lang);
  const changed = evenings.find(({ held_on }) => held_on === change);
  const values = typed?.values ?? startingValues(changed, uncounted);
  const errors = typed?.errors ?? {};
  const rows = changed && !typed ? [0] : Array.from({ length: ROWS }, (_, row) => row);
  return (
    <Page view={view} title={t('past.title')} accent={group.color}>
      <Masthead over={<a href={groupPaths.show(group)}>{group.name}</a>} title={t('past.title')}>
        <p class="ui-lede">{t('past.lede')}</p>
        <p>
          <a href={numberPaths.history(group.slug)}>{t('history.link')}</a>
        </p>
      </Masthead>
      <ErrorSummary
        view={view}
        errors={Object.entries(errors).map(([field, error]) => ({ field, label: labelOf(field, t), error }))}
      />
      <form method="post" action={numberPaths.past(group.slug)} class="numbers-past">
        {uncounted.length > 0 && !changed && <p class="ui-soft">{t('past.offered')}</p>}
        {rows.map((row) => (
          <PastRow key={row} row={row} values={values} errors={errors} t={t} />
        ))}
        <Button>{t(changed ? 'past.change' : 'past.save')}</Button>
      </form>
      <Noted view={view} group={group} evenings={evenings} t={t} />
    </Page>
  );
}

type RowProps = { row: number; values: Record<string, string>; errors: Record<string, string>; t: Say };

function PastRow({ row, values, errors, t }: RowProps) {
  const of = (field: string) => {
    const name = fieldOf(field, row);
    return { name, value: values[name], error: errors[name] };
  };
  const was = values[fieldOf('was', row)];
  return (
    <fieldset class="numbers-past-row">
      <legend class="ui-unseen">{t('past.row', { n: row + 1 })}</legend>
      {was && <input type="hidden" name={fieldOf('was', row)} value={was} />}
      {values[fieldOf('offered', row)] && <input type="hidden" name={fieldOf('offered', row)} value="yes" />}
      <Field label={t('past.day')} type="date" {...of('day')} />
      <Field label={t('past.signed_up')} inputmode="numeric" maxlength={5} {...of('signed_up')} />
      <Field label={t('past.came')} inputmode="numeric" maxlength={5} {...of('came')} />
      <Select
        label={t('past.posture')}
        {...of('posture')}
        options={postures.map((posture) => ({ value: posture, label: t(`posture.${posture}`) }))}
      />
    </fieldset>
  );
}

function Noted({ view, group, evenings, t }: Pick<Props, 'view' | 'group' | 'evenings'> & { t: Say }) {
  if (evenings.length === 0) {
    return (
      <Section title={t('past.noted.title')}>
        <Empty title={t('past.none')}>{t('past.none.text')}</Empty>
      </Section>
    );
  }
  const day = (held_on: string) => sayDayOf(held_on, view.lang, 'date');
  return (
    <Section title={t('past.noted.title')}>
      <Table
        caption={t('past.noted.title')}
        captionHidden
        columns={[
          { key: 'day', label: t('past.day') },
          { key: 'signed_up', label: t('past.signed_up'), numeric: true },
          { key: 'came', label: t('past.came'), numeric: true },
          { key: 'posture', label: t('past.posture') },
          { key: 'change', label: t('past.change.column') },
        ]}
        rows={evenings.map(({ held_on, title, signed_up, came, posture, is_counted_here }) => ({
          key: held_on,
          cells: {
            day: (
              <>
                {day(held_on)}
                {title && `${dot}${title}`} {is_counted_here && <Tag tone="soft">{t('past.counted_here')}</Tag>}
              </>
            ),
            signed_up,
            came: came ?? '–',
            posture: t(`posture.${posture}`),
            change: (
              <span class="numbers-past-change">
                <a
                  href={numberPaths.past(group.slug, held_on)}
                  aria-label={t('past.change.label', { day: day(held_on) })}
                >
                  {t('past.change.link')}
                </a>
                <PostButton
                  kind="link"
                  action={numberPaths.forgetPast(group.slug)}
                  fields={{ day: held_on }}
                  label={t('past.remove.label', { day: day(held_on) })}
                >
                  {t('past.remove')}
                </PostButton>
              </span>
            ),
          },
        }))}
      />
    </Section>
  );
}

function startingValues(changed: PastEvening | undefined, uncounted: readonly Uncounted[]): Record<string, string> {
  if (changed) {
    const { held_on, signed_up, came, posture } = changed;
    return named(0, { day: held_on, was: held_on, signed_up, came: came ?? '', posture });
  }
  return Object.assign(
    {},
    ...uncounted
      .slice(0, ROWS)
      .map(({ held_on, signed_up }, row) => named(row, { day: held_on, signed_up, offered: 'yes' })),
  );
}

const named = (row: number, values: Record<string, string | number>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([field, value]) => [fieldOf(field, row), String(value)]));

/** "2 – Came": which row, which field. */
function labelOf(field: string, t: Say): string {
  const [, name, row = '0'] = /^(.*)_(\d+)$/.exec(field) ?? [];
  const known = pastFields.find((one) => one === name);
  return `${t('past.row', { n: Number(row) + 1 })}${dot}${known ? t(`past.${known}`) : ''}`;
}
