// Hung into the forms of an evening that belongs to a series, its agenda's too: whether the change is for this one, later ones or all to come.
import { sql } from 'kysely';
import type { Panel } from '#kit/panels.ts';
import { Choice } from '#ui/field.tsx';
import { words } from '../words.ts';
import { reaches } from './reach.ts';

/** One statement. */
export const reachPanel: Panel<'events.edit'> = async (db, view, { event, values }) => {
  const { rows } = await sql<{ title: string; language: string }>`
    select s.title, g.language from season.evening v
    join season.series s on s.group_id = v.group_id and s.series_id = v.series_id
    join groups."group" g on g.group_id = s.group_id
    where v.group_id = ${event.group_id} and v.event_id = ${event.event_id}`.execute(db);
  const [series] = rows;
  if (!series) return null;
  const t = words(view.lang);
  const chosen = reaches.find((one) => one === values.reach) ?? 'this';
  return (
    <Choice
      label={t('reach.label')}
      name="reach"
      value={chosen}
      hint={t('reach.hint', { series: series.title })}
      options={reaches.map((reach) => ({ value: reach, label: t(`reach.${reach}`) }))}
    />
  );
};
