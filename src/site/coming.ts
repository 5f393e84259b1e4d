// Which evenings are on or ahead, read so that years of past ones cost nothing: each by an index of its own.
import { type RawBuilder, sql } from 'kysely';

/** A moment PostgreSQL does not look at when it plans: a plan made for one serves all, and is kept (`#kit/db.ts`). */
export function unseen(at: Date): RawBuilder<Date> {
  return sql`(select ${at}::timestamptz)`;
}

/** `e` began and has not ended (the index `event_on`). */
export function isOn(at: Date): RawBuilder<boolean> {
  return sql`tstzrange(e.starts_at, e.ends_at) @> ${unseen(at)} and e.stage in ('announced', 'open', 'closed')`;
}

/** `e` has yet to begin (the index `event_starts`). */
export function isAhead(at: Date): RawBuilder<boolean> {
  return sql`e.starts_at > ${unseen(at)} and e.stage in ('announced', 'open', 'closed')`;
}

/**
 * The evenings that are on, to select from as `e`. Few are, but PostgreSQL guesses one in two hundred of all there are, and for
 * the first of them in time would read every evening that ever was: `offset 0` has it find them before it puts them in order.
 */
export function eveningsOn(at: Date): RawBuilder<unknown> {
  return sql`(select * from events.event e where ${isOn(at)} offset 0)`;
}
