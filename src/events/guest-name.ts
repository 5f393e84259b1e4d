// What a guest is called before anybody else: by their own name, or as whoever put them on the list called them.
import { type RawBuilder, sql } from 'kysely';

/**
 * True in SQL for an enrolment of which all we know was said by others: an organiser typed or brought the address, and since then
 * at most the clock has moved it. What its owner calls themselves is not told then: a typed address must not tell whose it is.
 */
export function isNamedByOthers(enrolment: string): RawBuilder<boolean> {
  return sql<boolean>`${sql.raw(namedByOthers(enrolment))}`;
}

/** The same as text. */
export const namedByOthers = (n: string): string =>
  `(${n}.via in ('organiser', 'import') or ${n}.via = 'clock' and ${n}.typed_name is not null)`;

/** In SQL, for an enrolment and its person: the name to show, '' where there is none. */
export function guestName(enrolment: string, person: string): RawBuilder<string> {
  const typed = sql.raw(`${enrolment}.typed_name`);
  return sql<string>`case when ${isNamedByOthers(enrolment)} then coalesce(${typed}, '')
    else coalesce(nullif(${sql.raw(person)}.name, ''), ${typed}, '') end`;
}
