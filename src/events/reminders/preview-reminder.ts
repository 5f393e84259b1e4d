// A reminder as it would go out, before it does: written by the same letters, for the organiser in a guest's place.
import { groupPaths } from '#groups';
import type { Ground } from '#kit/ground.ts';
import type { Lang } from '#kit/words.ts';
import type { Addressee } from '../mail-facts.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { reminderLetter } from './letters.ts';
import type { Reminder } from './plan.ts';
import { reminderFacts } from './reminder-facts.ts';
import type { Preview } from './reminder-page.tsx';
import { dayOf, dueAt } from './rules.ts';

/** What those with a seat get, and what number 1 on the waitlist gets where they get anything. One statement. */
export async function previewsOf(
  ground: Ground,
  { event, group }: ShownEvent,
  reminder: Reminder,
  reader: { name: string; lang: Lang },
): Promise<Preview[]> {
  const { config } = ground;
  const found = await reminderFacts(ground.db, event, { person_id: null, kind: reminder.kind, for_on: dayOf(event) });
  const page = `${config.origin}${eventPaths.show(group.slug, event.slug)}`;
  const links = { page, mine: page, mark: undefined, stop: { announced: page, opened: page } };
  const due = dueAt(event, reminder);
  const now = ground.now().epochMilliseconds < due.epochMilliseconds ? due : ground.now();
  return (['going', 'waitlisted'] as const).flatMap((state): Preview[] => {
    const letter = reminderLetter(reminder.kind, {
      event: { ...event, stage: event.stage === 'draft' ? 'open' : event.stage },
      group,
      guest: { ...anybody, name: reader.name, state, rank: state === 'waitlisted' ? 1 : null },
      contacts: [],
      message: null,
      to: '',
      mailed_from: config.mailFrom.address,
      lang: reader.lang,
      now,
      origin: config.origin,
      links: {
        ...links,
        group: `${config.origin}${groupPaths.show(group)}`,
        conduct: `${config.origin}${groupPaths.conduct(group)}`,
      },
      more: { ...found, text: reminder.text, asked_at: found.asked_at ?? new Date(due.epochMilliseconds) },
      still: { yes: page, no: page },
      past: [],
    });
    return letter ? [{ to: state, letter }] : [];
  });
}

const anybody: Addressee = {
  name: '',
  zone: null,
  state: 'going',
  party: 1,
  via: 'page',
  rank: null,
  changes: 0,
  seat_changed_at: null,
  offered_until: null,
  ask_first: false,
  passed: false,
  wishes: null,
};
