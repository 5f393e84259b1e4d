// Plans an evening from a pattern: a draft with its agenda, reminders and checklist, all in one transaction.
import { addQuestions, createEvent, type EventDraft, type EventKey, setReminders, writeAgenda } from '#events';
import { audit } from '#groups';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import { type Instant, instantOf, wallClock } from '#kit/time.ts';
import { addTasks } from './change-tasks.ts';
import type { Pattern, PatternTask } from './pattern.ts';

type Group = { group_id: Id<'groups.group'>; language: string };

export type Plan = {
  draft: EventDraft;
  pattern: Pick<Pattern, 'agenda' | 'questions' | 'reminders' | 'confirmation' | 'place_needs'>;
  tasks: readonly PatternTask[];
  template: string | null;
  /** The series it belongs to, and the day of its rhythm it stands for. */
  series?: { series_id: Id<'season.series'>; series_on: string } | undefined;
};

/** Writes the draft and everything that hangs on its times. The group's law was asked before. */
export async function planEvening(
  tx: Tx,
  group: Group,
  actor: Id<'people.person'> | null,
  now: Instant,
  { draft, pattern, tasks, template, series }: Plan,
): Promise<EventKey & { slug: string }> {
  const event = await createEvent(tx, group, actor, now, draft);
  const key = { group_id: event.group_id, event_id: event.event_id };
  await writeAgenda(tx, key, agendaAt(pattern.agenda, draft));
  await addQuestions(tx, key, pattern.questions);
  if (pattern.reminders) await setReminders(tx, key, pattern.reminders, pattern.confirmation ?? undefined);
  await addTasks(
    tx,
    { ...draft, ...key },
    tasks.map((task) => ({ ...task, owner_id: null })),
  );
  await tx
    .insertInto('season.evening')
    .values({
      ...key,
      template,
      series_id: series?.series_id ?? null,
      series_on: series?.series_on ?? null,
      place_needs: pattern.place_needs,
    })
    .execute();
  await audit(tx, {
    group_id: group.group_id,
    actor: actor && { person_id: actor },
    what: 'events.event.planned',
    about: { event: event.slug, title: draft.title },
    now,
  });
  return event;
}

/** Items at their distance from the beginning, on the place's clock. */
export function agendaAt(
  agenda: Pattern['agenda'],
  { starts_at, zone }: Pick<EventDraft, 'starts_at' | 'zone'>,
): Parameters<typeof writeAgenda>[2] {
  return agenda.map(({ at_minutes, ...item }) => ({
    ...item,
    time: wallClock(instantOf(starts_at).add({ minutes: at_minutes }), zone).time,
  }));
}
