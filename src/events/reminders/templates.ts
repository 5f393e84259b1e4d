// The mail of a reminder by name: reads how things stand when it leaves and hands that to its letter.
import { z } from '#kit/form.ts';
import { type Id, isId } from '#kit/id.ts';
import { mailTemplate, type Templates } from '#kit/mail/index.ts';
import { factsFor, type Signing } from '../mails/index.ts';
import { withTicket } from '../mails/ticket-part.ts';
import { reminderLetter } from './letters.ts';
import { reminderFacts } from './reminder-facts.ts';
import { dayOf } from './rules.ts';
import { stillLink } from './still-link.ts';
import { reminderKinds } from './tables.ts';

const id = <T extends string>() => z.custom<Id<T>>((value) => isId(value));
const reminder = z.object({
  group_id: id<'groups.group'>(),
  event_id: id<'events.event'>(),
  person_id: id<'people.person'>(),
  step: z.enum([...reminderKinds, 'waiting', 'second']),
  kind: z.enum(reminderKinds),
  for_on: z.string(),
  past: z.array(z.number()),
});

/** `events.reminder`. Nothing once the evening has moved to another day: that day has a round of its own. */
export function reminderMails(signing: Signing): Templates {
  return {
    'events.reminder': mailTemplate(reminder, async (context, args) => {
      const facts = await factsFor(signing, context, args);
      if (!facts || dayOf(facts.event) !== args.for_on) return null;
      const more = await reminderFacts(context.db, args, args);
      const at = { group: facts.group.slug, event: facts.event.slug };
      const still = { yes: stillLink(signing, at, args, 'yes'), no: stillLink(signing, at, args, 'no') };
      const letter = reminderLetter(args.step, { ...facts, more, still, past: args.past });
      return withTicket(signing.config.secret, facts, args.person_id, letter);
    }),
  };
}
