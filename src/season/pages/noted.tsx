// What was noted after the evening a new one is made from.
import type { EveningNote } from '#events';
import { Panel } from '#ui/panel.tsx';
import type { Say } from '../words.ts';

/** One raised box for each, above the form. `language`: the one the group writes in. */
export function Noted({ notes, language, t }: { notes: readonly EveningNote[]; language: string; t: Say }) {
  return (
    <>
      {notes.map((note) => (
        <Panel key={note.event_id} over={t('plan.notes', { title: note.title })}>
          {note.remember && (
            <p class="season-lines" lang={language}>
              {note.remember}
            </p>
          )}
          {note.food_left && note.food_left !== 'no_food' && <p>{t(`plan.food.${note.food_left}`)}</p>}
        </Panel>
      ))}
    </>
  );
}
