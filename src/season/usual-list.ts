// The list an evening gets when nobody chose another: both tables of practice.md §1.2.
import type { Event } from '#events';
import type { Tx } from '#kit/tables.ts';
import { isLanguage } from '#kit/words.ts';
import { addTasks } from './change-tasks.ts';
import { shippedTemplate } from './templates/shipped.ts';

/** Adds the list of *Chicago classic*, in the language of the evening. */
export async function addUsualTasks(tx: Tx, event: Event): Promise<void> {
  const template = shippedTemplate('chicago-classic', isLanguage(event.language) ? event.language : 'en');
  await addTasks(
    tx,
    event,
    (template?.pattern.tasks ?? []).map((task) => ({ ...task, owner_id: null })),
  );
}
