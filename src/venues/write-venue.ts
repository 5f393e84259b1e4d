// Adds a venue, and writes anew what stands about one.
import { announce } from '#kit/announce.ts';
import { compareKey } from '#kit/compare-key.ts';
import { type Id, newId } from '#kit/id.ts';
import { isMostlyLatin, slugText } from '#kit/slug-text.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { cardColumns, type VenueCard } from './card.ts';
import type { VenueDraft } from './forms.ts';
import { type ListedVenue, venuesAlike } from './queries.ts';

type Actor = { person_id: Id<'people.person'> };

/** For how long a contact is kept without being said again. */
const CONTACT_DAYS = 365;

export type Added = { venue_id: Id<'venues.venue'>; slug: string };
export type AddRefusal = { refused: 'venues.alike'; alike: ListedVenue[] };

/** Adds a venue its actor looks after. Refuses while one of this name is in the city, unless told that it is another. */
export async function addVenue(
  tx: Tx,
  actor: Actor,
  now: Instant,
  { draft, although_alike }: { draft: VenueDraft; although_alike: boolean },
): Promise<Added | AddRefusal> {
  const alike = although_alike ? [] : await venuesAlike(tx, draft);
  if (alike.length > 0) return { refused: 'venues.alike', alike };
  const at = new Date(now.epochMilliseconds);
  const venue_id = newId<'venues.venue'>(now.epochMilliseconds);
  const slug = await writeVenue(tx, venue_id, at, draft);
  await tx.insertInto('venues.caretaker').values({ venue_id, person_id: actor.person_id, since: at }).execute();
  return { venue_id, slug };
}

/** Writes the row, under the first address that is free, and gives that. */
export async function writeVenue(tx: Tx, venue_id: Id<'venues.venue'>, at: Date, draft: VenueDraft): Promise<string> {
  const named = isMostlyLatin(draft.name) ? slugText(`${draft.name} ${draft.city}`, 'en') : '';
  const short = `venue-${venue_id.slice(-8)}`;
  const wanted =
    named.length < 3 || named === 'new' ? [short] : [named, `${named}-2`, `${named}-3`, `${named}-${short}`];
  for (const slug of wanted) {
    const made = await tx
      .insertInto('venues.venue')
      .values({ venue_id, slug, made_at: at, ...columnsOf(draft, at) })
      .onConflict((on) => on.column('slug').doNothing())
      .returning('slug')
      .executeTakeFirst();
    if (made) return made.slug;
  }
  throw new Error(`no address free for ${named}`);
}

/** Writes a venue anew; evenings ahead follow (`venues.changed`). Its address stays. Whether the actor may was asked before. */
export async function changeVenue(
  tx: Tx,
  actor: Actor,
  now: Instant,
  venue_id: Id<'venues.venue'>,
  draft: VenueDraft,
): Promise<VenueCard> {
  const venue = await tx
    .updateTable('venues.venue')
    .set(columnsOf(draft, new Date(now.epochMilliseconds)))
    .where('venue_id', '=', venue_id)
    .returning(cardColumns)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('venues.used')
    .set({ card: JSON.stringify(venue) })
    .where('venue_id', '=', venue_id)
    .execute();
  await announce(tx, 'venues.changed', { venue, actor, now });
  return venue;
}

function columnsOf({ arrival, access, ...draft }: VenueDraft, at: Date) {
  const hasContact = draft.contact_name !== '' || draft.contact_reach !== '';
  return {
    ...draft,
    arrival: JSON.stringify(arrival),
    access: JSON.stringify(access),
    contact_until: hasContact ? new Date(at.getTime() + CONTACT_DAYS * 86_400_000) : null,
    changed_at: at,
    name_key: compareKey(draft.name),
    city_key: compareKey(draft.city),
    search_key: compareKey(`${draft.name} ${draft.city} ${draft.address}`),
  };
}
