// Plans an evening of the town from a template as a leader does, and ticks what was due by the day the town is built.
import type { EventDraft, EventKey } from '#events';
import type { Group } from '#groups';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { isLanguage } from '#kit/words.ts';
import { setTaskDone, tasksOf, townSeason } from '#season';

type Person = Id<'people.person'>;

/** A draft with the template's checklist and reminders; its agenda is the evening's own, and written by whoever asks. */
export async function planFromTemplate(
  tx: Tx,
  group: Group,
  founder: Person,
  now: Instant,
  { template, draft }: { template: string; draft: EventDraft },
): Promise<EventKey & { slug: string }> {
  const lang = isLanguage(group.language) ? group.language : 'en';
  const point = await townSeason.fromTemplate(tx, group.group_id, template, lang);
  if (!point) throw new Error(`demo: no template ${template}`);
  const pattern = { ...point.pattern, agenda: [] };
  return townSeason.planEvening(tx, group, founder, now, { draft, pattern, tasks: pattern.tasks, template });
}

/** Ticks what is due by `until` (epoch milliseconds), in its order. */
export async function tickWhatIsDue(ground: Ground, event: EventKey, founder: Person, until: number): Promise<void> {
  await transact(ground.db, async (tx) => {
    for (const { task_id, due_at } of await tasksOf(tx, event)) {
      if (due_at.getTime() > until) continue;
      await setTaskDone(tx, { person_id: founder }, event, task_id, true, ground.now());
    }
  });
}
