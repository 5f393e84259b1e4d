// Who looks after a venue: taking somebody in, stepping back, and taking it on when nobody does.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import { queueMails } from '#kit/mail/index.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';

type VenueId = Id<'venues.venue'>;
type Person = Id<'people.person'>;
type Actor = { person_id: Person };

/** Somebody who may be asked to look after a venue, and the groups they organise that make it so. */
export type Candidate = { person_id: Person; name: string; address: string; lang: Lang; groups: string[] };

/** Organisers of groups that use the venue, and of the asker's own groups, who do not look after it yet. One statement. */
export async function candidatesFor(db: Db | Tx, venue_id: VenueId, { person_id }: Actor): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select p.person_id, p.name, p.address, p.lang, array_agg(g.name order by g.name_key) as groups
    from groups.organiser o
    join groups."group" g on g.group_id = o.group_id
    join people.person p on p.person_id = o.person_id
    where o.role in ('owner', 'organiser') and p.proved_at is not null
      and (o.group_id in (select u.group_id from venues.used u where u.venue_id = ${venue_id})
        or o.group_id in (select m.group_id from groups.organiser m
          where m.person_id = ${person_id} and m.role in ('owner', 'organiser')))
      and o.person_id not in (select c.person_id from venues.caretaker c where c.venue_id = ${venue_id})
    group by p.person_id order by p.name, p.person_id limit 200`.execute(db);
  return rows;
}

/** Takes somebody in and mails them so. Refuses whoever is no organiser the two have anything to do with. */
export async function addCaretaker(
  tx: Tx,
  actor: Actor,
  now: Instant,
  venue_id: VenueId,
  person_id: string,
): Promise<{ is: 'added'; name: string } | { refused: 'venues.not_among_them' }> {
  const candidates = await candidatesFor(tx, venue_id, actor);
  const one = candidates.find((candidate) => candidate.person_id === person_id);
  if (!one) return { refused: 'venues.not_among_them' };
  const since = new Date(now.epochMilliseconds);
  await tx
    .insertInto('venues.caretaker')
    .values({ venue_id, person_id: one.person_id, since })
    .onConflict((on) => on.columns(['venue_id', 'person_id']).doNothing())
    .execute();
  const { address: to, lang } = one;
  const args = { venue_id, by: actor.person_id };
  await queueMails(tx, [{ template: 'venues.taken-in', to, person_id: one.person_id, lang, args }]);
  return { is: 'added', name: one.name };
}

/** Steps back, and gives how many still look after it. With nobody left, whoever uses it may take it on. */
export async function stepBack(tx: Tx, { person_id }: Actor, venue_id: VenueId): Promise<number> {
  await lockVenue(tx, venue_id);
  await tx.deleteFrom('venues.caretaker').where('venue_id', '=', venue_id).where('person_id', '=', person_id).execute();
  return (await caretakersOf(tx, venue_id)).length;
}

/** Takes on a venue nobody looks after. Refuses while somebody does. Whether they organise anything was asked before. */
export async function takeOn(
  tx: Tx,
  { person_id }: Actor,
  now: Instant,
  venue_id: VenueId,
): Promise<{ is: 'taken' } | { refused: 'venues.looked_after' }> {
  // Of two who press at once, the second finds the first.
  await lockVenue(tx, venue_id);
  const there = await caretakersOf(tx, venue_id);
  if (there.some((one) => one.person_id === person_id)) return { is: 'taken' };
  if (there.length > 0) return { refused: 'venues.looked_after' };
  await tx
    .insertInto('venues.caretaker')
    .values({ venue_id, person_id, since: new Date(now.epochMilliseconds) })
    .execute();
  return { is: 'taken' };
}

export type Caretaker = { person_id: Person; address: string; lang: Lang };

/** Those who look after it, with the address to write to. One statement. */
export async function caretakersOf(db: Db | Tx, venue_id: VenueId): Promise<Caretaker[]> {
  return db
    .selectFrom('venues.caretaker')
    .innerJoin('people.person', 'people.person.person_id', 'venues.caretaker.person_id')
    .select(['people.person.person_id', 'address', 'lang'])
    .where('venue_id', '=', venue_id)
    .orderBy('since')
    .execute();
}

async function lockVenue(tx: Tx, venue_id: VenueId): Promise<void> {
  await tx.selectFrom('venues.venue').select('venue_id').where('venue_id', '=', venue_id).forNoKeyUpdate().execute();
}
