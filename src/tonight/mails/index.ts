// The mails of this room by name: each reads how things stand when it leaves.
import { morningAfterOf } from '#events';
import { mayOrganise, teamOf } from '#groups';
import { z } from '#kit/form.ts';
import { type Id, isId } from '#kit/id.ts';
import { mailTemplate, type Templates } from '#kit/mail/index.ts';
import { isOnTheDay } from '../rules.ts';
import { standingAt, thanksFacts } from '../thanks.ts';
import { todayFacts } from '../today.ts';
import { askLetter } from './ask-letter.ts';
import { thanksLetter } from './thanks-letter.ts';
import { todayLetter } from './today-letter.ts';

const id = <T extends string>() => z.custom<Id<T>>((value) => isId(value));
const about = z.object({ group_id: id<'groups.group'>(), event_id: id<'events.event'>() });

export const tonightMails: Templates = {
  'tonight.thanks': mailTemplate(about, async ({ db, lang, origin, now, mail }, event) => {
    const facts = await thanksFacts(db, event, now);
    if (!facts?.sent) return null;
    return thanksLetter(facts, facts.sent.text, await standingAt(db, event, mail.person_id), { lang, origin });
  }),
  // Not when the evening was called off or moved since, nor for somebody who has left the team.
  'tonight.today': mailTemplate(about, async ({ db, lang, origin, now, mail }, event) => {
    const team = await teamOf(db, event.group_id);
    if (!team.some(({ person_id, role }) => person_id === mail.person_id && mayOrganise(role))) return null;
    const facts = await todayFacts(db, event);
    if (!facts || !isOnTheDay(facts.event, now) || facts.event.starts_at.getTime() < now.epochMilliseconds) return null;
    return todayLetter(facts, { lang, origin });
  }),
  // Not for somebody who has left the team since, nor when another of them was quicker.
  'tonight.ask': mailTemplate(about, async ({ db, lang, origin, now, mail }, event) => {
    const team = await teamOf(db, event.group_id);
    const is_asked = team.some(({ person_id, role }) => person_id === mail.person_id && mayOrganise(role));
    if (!is_asked || (await morningAfterOf(db, event))) return null;
    const facts = await thanksFacts(db, event, now);
    return facts && askLetter(facts, { lang, origin });
  }),
};
