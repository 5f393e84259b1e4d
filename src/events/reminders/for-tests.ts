// What tests of reminders share: the house's clock at a reminder, who was mailed what, the links in a mail.

import type { Id } from '#kit/id.ts';
import type { Instant } from '#kit/time.ts';
import { instantOf } from '#kit/time.ts';
import type { TestHouse } from '../../../test/visit.ts';
import { eventByKey } from '../queries.ts';
import type { EventKey } from '../take-seats.ts';
import { usualPlan } from './plan.ts';
import { dueAt } from './rules.ts';
import { sendReminders } from './send-reminders.ts';
import type { ReminderKind } from './tables.ts';

/** When this reminder of the usual plan is due, or so many hours before the evening. */
export async function momentOf(house: TestHouse, event: EventKey, when: ReminderKind | number): Promise<Instant> {
  const found = await eventByKey(house.db, event);
  if (!found) throw new Error('no such evening');
  if (typeof when === 'number') return instantOf(found.event.starts_at).subtract({ minutes: Math.round(when * 60) });
  const planned = usualPlan.find(({ kind }) => kind === when);
  if (!planned) throw new Error(`no ${when} in the plan`);
  return dueAt(found.event, planned);
}

/** Puts the clock there, lets it bring what is due, and gives `[name, subject]` of every mail that left meanwhile. */
export async function clockBrings(house: TestHouse, at: Instant): Promise<[string, string][]> {
  const before = (await house.mails()).length;
  house.setNow(at);
  await sendReminders(house.ground);
  const sent = (await house.mails()).slice(before);
  const people = await house.db.selectFrom('people.person').select(['address', 'name']).execute();
  const nameOf = (to: string) => people.find(({ address }) => to.includes(address))?.name ?? to;
  return sent.map(({ to, subject }): [string, string] => [nameOf(to), subject]).sort();
}

/** The paths of both answers in the last mail to this person. */
export async function answersIn(
  house: TestHouse,
  person_id: Id<'people.person'>,
): Promise<{ yes: string; no: string }> {
  const { address } = await house.db
    .selectFrom('people.person')
    .select('address')
    .where('person_id', '=', person_id)
    .executeTakeFirstOrThrow();
  const mail = (await house.mails()).filter(({ to }) => to.includes(address)).at(-1);
  const found = [...(mail?.text.matchAll(/https?:\/\/[^/\s]+(\/g\/\S+\/still\/\S+)/g) ?? [])].map(
    ([, path = '']) => path,
  );
  const no = found.find((path) => path.endsWith('?answer=no')) ?? '';
  return { yes: no.replace('?answer=no', ''), no };
}

/** What a page's form would send: the moment it was drawn for. */
export function sinceIn(body: string): string {
  return /name="since" value="(\d+)"/.exec(body)?.[1] ?? '';
}
