// The agenda as rows of a form: what is there, and three empty rows more.
import type { VNode } from 'preact';
import type { Values } from '#kit/form.ts';
import { instantOf, wallClock } from '#kit/time.ts';
import { Button } from '#ui/button.tsx';
import { Field, Select } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { agendaTypes } from '../tables.ts';
import { words } from '../words.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  values?: Values | undefined;
  errors?: Record<string, string> | undefined;
  /** What other rooms ask in this form. */
  panels?: VNode[] | undefined;
};

const SPARE_ROWS = 3;
const fields = ['time', 'minutes', 'type', 'title', 'who', 'note'] as const;
type Typed = Record<(typeof fields)[number], string>;

export function AgendaPage({ view, shown, values, errors = {}, panels }: Props) {
  const t = words(view.lang);
  const { event, group } = shown;
  const rows = values ? typedRows(values) : keptRows(shown);
  return (
    <Page view={view} title={t('agenda.title')} accent={group.color} width="narrow">
      <Masthead over={<a href={eventPaths.manage(group.slug, event.slug)}>{event.title}</a>} title={t('agenda.title')}>
        <p>{t('agenda.hint')}</p>
      </Masthead>
      <form class="ui-form" method="post" action={eventPaths.agenda(group.slug, event.slug)}>
        {rows.map((row, at) => (
          // The rows are a list of positions; nothing is reordered while it is shown.
          <fieldset class="events-agenda-row" key={`${at} ${row.title}`}>
            <legend>{t('agenda.row', { n: at + 1 })}</legend>
            <Field
              id={`time-${at}`}
              label={t('agenda.time')}
              name="time"
              type="time"
              value={row.time}
              error={errors[`time-${at}`]}
            />
            <Field
              id={`minutes-${at}`}
              label={t('agenda.minutes')}
              name="minutes"
              inputmode="numeric"
              value={row.minutes}
              error={errors[`minutes-${at}`]}
            />
            <div class="events-type">
              <Select
                id={`type-${at}`}
                label={t('agenda.type')}
                name="type"
                value={row.type || 'talk'}
                error={errors[`type-${at}`]}
                options={agendaTypes.map((type) => ({ value: type, label: t(`agenda.${type}`) }))}
              />
            </div>
            <div class="events-wide">
              <Field
                id={`title-${at}`}
                label={t('agenda.item')}
                name="title"
                value={row.title}
                error={errors[`title-${at}`]}
                maxlength={200}
              />
            </div>
            <div class="events-wide events-two">
              <Field
                id={`who-${at}`}
                label={t('agenda.who')}
                name="who"
                value={row.who}
                error={errors[`who-${at}`]}
                maxlength={300}
              />
              <Field
                id={`note-${at}`}
                label={t('agenda.note')}
                name="note"
                value={row.note}
                error={errors[`note-${at}`]}
                maxlength={500}
              />
            </div>
          </fieldset>
        ))}
        {panels}
        <Button>{t('agenda.save')}</Button>
      </form>
    </Page>
  );
}

function keptRows({ agenda, event }: ShownEvent): Typed[] {
  const kept = agenda.map((item) => ({
    time: wallClock(instantOf(item.starts_at), event.zone).time,
    minutes: item.minutes === null ? '' : String(item.minutes),
    type: item.type,
    title: item.title,
    who: item.who,
    note: item.note,
  }));
  const start = wallClock(instantOf(event.starts_at), event.zone).time;
  const spare = Array.from({ length: SPARE_ROWS }, () => ({
    time: agenda.length === 0 ? start : '',
    minutes: '',
    type: 'talk',
    title: '',
    who: '',
    note: '',
  }));
  return [...kept, ...spare];
}

function typedRows(values: Values): Typed[] {
  const column = (name: string) => [values[name] ?? []].flat();
  return column('title').map(
    (_, at) => Object.fromEntries(fields.map((name) => [name, column(name)[at] ?? ''])) as Typed,
  );
}
