// The desk in front of an evening's seats. Asks that arrive while one batch commits form the next, so a rush costs one lock and
// one commit per batch and not per person. Every way to a seat goes through here.
import { randomUUID } from 'node:crypto';
import { batched } from '#kit/batch.ts';
import { CommitUnknown, keptAnswers, transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import type { Answer, Ask } from './seat-rules.ts';
import { type EventKey, type Request, takeSeats } from './take-seats.ts';

export type SeatDesk = {
  /**
   * Asks for one thing at one evening. With `key` the same ask sent again gets the first answer. Rejects with NoSuchEvent,
   * or with the database's error when it is away; nothing was changed then.
   */
  ask(
    event: EventKey,
    ask: Ask,
    options?: { key?: string | undefined; actor?: Id<'people.person'> | undefined },
  ): Promise<Answer>;
};

/** The longest batch. Longer ones gain nothing more and make those who came first wait for those who came last. */
const LONGEST_BATCH = 400;

const desks = new WeakMap<Ground, SeatDesk>();

/** The desk of this process; several processes may each have one, because the tally's row lock arbitrates. */
export function seatDesk(ground: Ground): SeatDesk {
  const desk = desks.get(ground) ?? openDesk(ground);
  desks.set(ground, desk);
  return desk;
}

/** Puts another desk in front of the seats of `ground`, before its routes are made. For rulers that measure this one. */
export function placeDesk(ground: Ground, desk: SeatDesk): void {
  desks.set(ground, desk);
}

/** A desk over `ground`. */
export function openDesk(ground: Ground): SeatDesk {
  const queue = batched<string, Request, Answer>(
    async (key, requests) => {
      const answers = await answer(ground, eventOf(key), requests);
      ground.mailsQueued();
      return answers;
    },
    { most: LONGEST_BATCH },
  );
  return {
    ask(event, ask, options = {}) {
      const request: Request = { key: `seat:${options.key ?? randomUUID()}`, ask, actor: options.actor ?? null };
      return queue(`${event.group_id} ${event.event_id}`, request);
    },
  };
}

function eventOf(key: string): EventKey {
  const [group_id, event_id] = key.split(' ') as [Id<'groups.group'>, Id<'events.event'>];
  return { group_id, event_id };
}

/** A commit whose outcome is unknown is settled by the requests' keys: all are there, or none is. */
async function answer(ground: Ground, event: EventKey, requests: Request[]): Promise<Answer[]> {
  try {
    return await transact(ground.db, (tx) => takeSeats(tx, event, requests, ground.now()));
  } catch (error) {
    if (!(error instanceof CommitUnknown)) throw error;
    const kept = await keptAnswers(
      ground.db,
      requests.map((request) => request.key),
    );
    if (requests.every((request) => kept.has(request.key)))
      return requests.map((request) => kept.get(request.key) as Answer);
    return transact(ground.db, (tx) => takeSeats(tx, event, requests, ground.now()));
  }
}
