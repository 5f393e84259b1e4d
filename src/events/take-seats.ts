// The one place where seats are taken and freed: a list of asks for one evening, answered in one transaction.
import type { Id } from '#kit/id.ts';
import type { Mail } from '#kit/mail/index.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Step } from './move-rules.ts';
import type { Answer, Ask } from './seat-asks.ts';
import { type EventKey, type Recipient, readBook } from './seat-book.ts';
import { decideSeats } from './seat-rules.ts';
import { lastSteps, writeSteps } from './seat-steps.ts';
import { changeOf, hasSeat } from './state-rules.ts';

export { type EventKey, NoSuchEvent } from './seat-book.ts';

/** One ask at the desk. `key` makes it safe to send again; `actor` is who acts, when it is not the person themself. */
export type Request = { key: string; ask: Ask; actor: Id<'people.person'> | null };

/**
 * Answers `requests` in order. Locks the tally (the arbiter), looks, decides (`decideSeats`), writes rows, log, counters,
 * answers and mails, all in `tx`. A request whose key was answered before gets that answer and changes nothing.
 * Throws NoSuchEvent.
 */
export async function takeSeats(
  tx: Tx,
  event: EventKey,
  requests: readonly Request[],
  now: Instant,
): Promise<Answer[]> {
  const { book, people, conduct_version, answers: before } = await readBook(tx, event, requests, now);
  const fresh = [
    ...new Map(requests.filter(({ key }) => !before.has(key)).map((request) => [request.key, request])).values(),
  ];
  if (fresh.length === 0) return requests.map(({ key }) => before.get(key) as Answer);
  const { answers, steps, holds, ...counters } = decideSeats(
    book,
    fresh.map((request) => request.ask),
  );
  const actorOf = ({ asker }: Step) => (asker === null ? null : (fresh[asker]?.actor ?? null));
  const kept = fresh.map(({ key }, at) => ({ key, answer: answers[at] }));
  const mails = mailsFor(event, steps, people, now);
  await writeSteps(tx, event, { steps, holds, tally: counters, answers: kept, mails, conduct_version, actorOf }, now);

  const given = new Map(fresh.map(({ key }, at) => [key, answers[at] as Answer]));
  return requests.map(({ key }) => given.get(key) ?? (before.get(key) as Answer));
}

/** Mails of one person's seat at one evening leave in the order they were written. */
export function seatStream(event: EventKey, person: string): string {
  return `events.seat:${event.event_id}:${person}`;
}

/** Who must be told: a seat taken or given by the waitlist, a place on it, a seat given back. */
function mailsFor(
  event: EventKey,
  steps: readonly Step[],
  people: ReadonlyMap<string, Recipient>,
  now: Instant,
): Mail[] {
  const { group_id, event_id } = event;
  const last = new Map(steps.map((step) => [step.person, step]));
  return lastSteps(steps).flatMap(({ from, person }): Mail[] => {
    const step = last.get(person) as Step;
    const to = people.get(person);
    const template = templateFor(step, from);
    if (!to || to.is_quiet || step.via === 'import' || !template) return [];
    return [
      {
        template,
        to: to.address,
        person_id: to.person_id,
        lang: to.lang === 'de' ? 'de' : 'en',
        // `at` names the change told: when another followed, its own mail follows too, and this one is dropped.
        args: { group_id, event_id, person_id: step.person, at: now.epochMilliseconds },
        stream: seatStream(event, step.person),
        priority: 10,
      },
    ];
  });
}

/** By the last change of a batch; `before` is where they stood when it began. */
function templateFor({ from, to, via }: Step, before: Step['from']): string | null {
  switch (changeOf(from, to)?.tells) {
    case 'seat':
      return via === 'waitlist' ? 'events.seat-from-waitlist' : 'events.seat-taken';
    case 'place':
      return from === 'offered' ? 'events.offer-passed' : 'events.waitlisted';
    case 'offer':
      return 'events.seat-offered';
    case 'lost':
      return hasSeat(before) ? 'events.seat-released' : null;
    default:
      // A second offer that passed; who declines one knows.
      return from === 'offered' && via === 'clock' ? 'events.offer-passed' : null;
  }
}
