// The mails of this room by name: each reads how things stand when it leaves.
import { morningAfterOf } from '#events';
import { mayOrganise, teamOf } from '#groups';
import { z } from '#kit/form.ts';
import { type Id, isId } from '#kit/id.ts';
import { mailTemplate, type Templates } from '#kit/mail/index.ts';
import { thanksFacts } from '../thanks.ts';
import { askLetter } from './ask-letter.ts';
import { thanksLetter } from './thanks-letter.ts';

const id = <T extends string>() => z.custom<Id<T>>((value) => isId(value));
const about = z.object({ group_id: id<'groups.group'>(), event_id: id<'events.event'>() });

export const tonightMails: Templates = {
  'tonight.thanks': mailTemplate(about, async ({ db, lang, origin, now }, event) => {
    const facts = await thanksFacts(db, event, now);
    return facts?.sent ? thanksLetter(facts, facts.sent.text, { lang, origin }) : null;
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
