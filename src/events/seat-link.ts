// A signed link to one person's seat at one evening: opens the page that gives it back, without signing in.
import type { Id } from '#kit/id.ts';
import { isId } from '#kit/id.ts';
import { isSigned, sign } from '#kit/secret.ts';
import { eventPaths } from './paths.ts';

type Signing = { config: { origin: string; secret: string } };
type Seat = { event_id: Id<'events.event'>; person_id: Id<'people.person'> };

const purpose = 'events.seat';

/** The whole address, for a mail. Whoever has the mail may give the seat back, until a week after the evening (`seatLinksAreOver`). */
export function seatLink(
  { config }: Signing,
  at: { group: string; event: string },
  { event_id, person_id }: Seat,
): string {
  const signature = sign(config.secret, purpose, `${event_id}:${person_id}`);
  return `${config.origin}${eventPaths.mine(at.group, at.event, person_id, signature)}`;
}

/** Whose seat a link names, or `null` when it was not made by `seatLink` for this evening. */
export function readSeatLink(
  { config }: Signing,
  event_id: Id<'events.event'>,
  params: { person?: string | undefined; signature?: string | undefined },
): Id<'people.person'> | null {
  const { person, signature = '' } = params;
  if (!isId<'people.person'>(person)) return null;
  return isSigned(config.secret, purpose, `${event_id}:${person}`, signature) ? person : null;
}
