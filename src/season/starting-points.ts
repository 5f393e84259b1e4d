// What a new evening can be made from: the last one, the group's own templates, those that come with the program.
import { sql } from 'kysely';
import type { Event } from '#events';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Lang } from '#kit/words.ts';
import { type Pattern, patternShape } from './pattern.ts';
import { type Facts, patternOf } from './pattern-of.ts';
import { shippedTemplate } from './templates/shipped.ts';

type GroupId = Id<'groups.group'>;

export type OwnTemplate = { template_id: Id<'season.template'>; name: string };
export type LastEvening = { slug: string; title: string; starts_at: Date; zone: string; language: string };

/** The evening to be like: the latest that was, else the latest that is planned; and the group's own templates. One statement. */
export async function startingPoints(
  db: Db | Tx,
  group_id: GroupId,
  now: Date,
): Promise<{ last: LastEvening | null; own: OwnTemplate[] }> {
  const { rows } = await sql<{
    last: (Omit<LastEvening, 'starts_at'> & { starts_at: string }) | null;
    own: OwnTemplate[] | null;
  }>`
    select
      (select json_build_object('slug', slug, 'title', title, 'starts_at', starts_at, 'zone', zone, 'language', language)
        from events.event where group_id = ${group_id} and stage <> 'cancelled'
        order by (starts_at <= ${now} and stage <> 'draft') desc, starts_at desc limit 1) as last,
      (select json_agg(json_build_object('template_id', template_id, 'name', name) order by name, template_id)
        from season.template where group_id = ${group_id}) as own`.execute(db);
  const { last = null, own = null } = rows[0] ?? {};
  return { last: last && { ...last, starts_at: new Date(last.starts_at) }, own: own ?? [] };
}

export type EveningAhead = Pick<Event, 'title' | 'starts_at' | 'zone'>;

/** The next few evenings of a group, drafts too, soonest first. One statement. */
export async function eveningsAhead(db: Db | Tx, group_id: GroupId, now: Date, most: number): Promise<EveningAhead[]> {
  const { rows } = await sql<EveningAhead>`
    select title, starts_at, zone from events.event
    where group_id = ${group_id} and starts_at > ${now} and stage <> 'cancelled' order by starts_at limit ${sql.lit(most)}`.execute(
    db,
  );
  return rows;
}

/** What an evening is being made from. */
export type StartingPoint = {
  pattern: Pattern;
  /** Kept with the new evening, so that its notes are found when the template is used again. */
  template: string | null;
  /** The evening whose notes are shown: the one that is cloned, or the last made from this template. */
  notes_of: Id<'events.event'> | null;
} & ({ from: 'evening'; title: string; starts_at: Date; zone: string } | { from: 'template'; name: string });

/** An evening of the group by its address, as a pattern; null when there is none. One statement. */
export async function likeEvening(db: Db | Tx, group_id: GroupId, slug: string): Promise<StartingPoint | null> {
  const facts = await eveningFacts(db, group_id, slug);
  if (!facts) return null;
  const { event, template } = facts;
  const { title, starts_at, zone, event_id: notes_of } = event;
  return { from: 'evening', pattern: patternOf(facts), template, notes_of, title, starts_at, zone };
}

/** A template by its key or id: the group's own, or one that came with the program in the group's language. One statement. */
export async function fromTemplate(
  db: Db | Tx,
  group_id: GroupId,
  key: string,
  lang: Lang,
): Promise<StartingPoint | null> {
  const { rows } = await sql<{ name: string | null; pattern: unknown; notes_of: Id<'events.event'> | null }>`
    select t.name, t.pattern, (
      select s.event_id from season.evening s
      join events.event e on e.group_id = s.group_id and e.event_id = s.event_id
      join events.morning_after m on m.group_id = s.group_id and m.event_id = s.event_id
      where s.group_id = ${group_id} and s.template = ${key} order by e.starts_at desc limit 1) as notes_of
    from (select ${key} as key) asked
    left join season.template t on t.group_id = ${group_id} and t.template_id::text = asked.key`.execute(db);
  const [row] = rows;
  const shipped = shippedTemplate(key, lang);
  const found = row?.name ? { name: row.name, pattern: patternShape.parse(row.pattern) } : shipped;
  if (!found) return null;
  return { from: 'template', pattern: found.pattern, name: found.name, template: key, notes_of: row?.notes_of ?? null };
}

type Read = {
  event: Event;
  cap: number;
  agenda: (Omit<Facts['agenda'][number], 'starts_at'> & { starts_at: string })[] | null;
  tasks: Facts['tasks'] | null;
  reminders: (Facts['reminders'][number] & { at_time?: string | null })[] | null;
  questions: Facts['questions'] | null;
  place_needs: string[] | null;
  template: string | null;
};

async function eveningFacts(
  db: Db | Tx,
  group_id: GroupId,
  slug: string,
): Promise<(Facts & { template: string | null }) | null> {
  const { rows } = await sql<Read>`
    select to_json(e) as event, t.cap, s.place_needs, s.template,
      (select json_agg(json_build_object('starts_at', i.starts_at, 'minutes', i.minutes, 'type', i.type, 'title', i.title,
          'who', i.who, 'note', i.note) order by i.position)
        from events.agenda_item i where i.group_id = e.group_id and i.event_id = e.event_id) as agenda,
      (select json_agg(json_build_object('task_id', k.task_id, 'title', k.title, 'note', k.note, 'side', k.side,
          'amount', k.amount, 'unit', k.unit, 'after_opening', k.after_opening,
          'ticked_by', k.ticked_by, 'needs', k.needs) order by k.position, k.task_id)
        from season.task k where k.group_id = e.group_id and k.event_id = e.event_id) as tasks,
      (select json_agg(json_build_object('kind', r.kind, 'before_minutes', r.before_minutes, 'at_time', r.at_time,
          'text', r.text, 'on', r.is_on))
        from events.reminder r where r.group_id = e.group_id and r.event_id = e.event_id) as reminders,
      (select json_agg(json_build_object('label', q.label, 'purpose', q.purpose, 'kind', q.kind, 'options', q.options,
          'is_required', q.is_required, 'is_private', q.is_private, 'readers', q.readers, 'kept_days', q.kept_days)
          order by q.position, q.question_id)
        from events.question q where q.group_id = e.group_id and q.event_id = e.event_id) as questions
    from events.event e
    join events.tally t on t.group_id = e.group_id and t.event_id = e.event_id and t.class = 'seat'
    left join season.evening s on s.group_id = e.group_id and s.event_id = e.event_id
    where e.group_id = ${group_id} and e.slug = ${slug}`.execute(db);
  const [row] = rows;
  if (!row) return null;
  return {
    event: withDates(row.event),
    cap: row.cap,
    template: row.template,
    place_needs: row.place_needs ?? [],
    agenda: (row.agenda ?? []).map((item) => ({ ...item, starts_at: new Date(item.starts_at) })),
    tasks: row.tasks ?? [],
    questions: row.questions ?? [],
    reminders: (row.reminders ?? []).map(({ at_time, ...one }) => ({ ...one, ...(at_time ? { at_time } : {}) })),
  };
}

/** JSON has no dates; a pattern asks for these four. */
function withDates(event: Event): Event {
  const { starts_at, ends_at, opens_at, closes_at } = event;
  return {
    ...event,
    starts_at: new Date(starts_at),
    ends_at: new Date(ends_at),
    opens_at: new Date(opens_at),
    closes_at: new Date(closes_at),
  };
}
