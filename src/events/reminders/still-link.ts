// A signed link to the question in a reminder: whether the one it was sent to still comes. No sign-in.
import { type Id, isId } from '#kit/id.ts';
import { isSigned, sign } from '#kit/secret.ts';
import { eventPaths } from '../paths.ts';

type Signing = { config: { origin: string; secret: string } };
type Seat = { event_id: Id<'events.event'>; person_id: Id<'people.person'> };

const purpose = 'events.still';

/** Which of the two buttons was pressed in the mail: it only says which one stands first on the page. */
export type Leaning = 'yes' | 'no';

/** The whole address, for a mail. The page it opens asks again; the link says nothing more once the evening is over. */
export function stillLink(
  { config }: Signing,
  at: { group: string; event: string },
  { event_id, person_id }: Seat,
  leaning: Leaning,
): string {
  const path = eventPaths.still(at.group, at.event, person_id, stillSignature({ config }, { event_id, person_id }));
  return `${config.origin}${path}${leaning === 'no' ? '?answer=no' : ''}`;
}

/** What stands in the link for this person and evening. */
export function stillSignature({ config }: { config: { secret: string } }, seat: Seat): string {
  return sign(config.secret, purpose, `${seat.event_id}:${seat.person_id}`);
}

/** Whose seat a link names, or `null` when it was not made by `stillLink` for this evening. */
export function readStillLink(
  { config }: { config: { secret: string } },
  event_id: Id<'events.event'>,
  { person, signature }: { person: string; signature: string },
): Id<'people.person'> | null {
  if (!isId<'people.person'>(person)) return null;
  return isSigned(config.secret, purpose, `${event_id}:${person}`, signature) ? person : null;
}
