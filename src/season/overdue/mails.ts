// The mails of this room by name: each reads how things stand when it leaves.
import { z } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { isId } from '#kit/id.ts';
import { mailTemplate, type Templates } from '#kit/mail/index.ts';
import { digestLetter } from './digest-letter.ts';
import { overdueOf } from './overdue-tasks.ts';
import { digestLink, isDigestStopped } from './stop-digest.ts';

export const seasonMails = (ground: Ground): Templates => ({
  // Not when everything was done meanwhile, and not to whoever stopped it since.
  'season.overdue': mailTemplate(z.object({}), async ({ db, lang, origin, now, mail }) => {
    const { person_id } = mail;
    if (!isId<'people.person'>(person_id) || (await isDigestStopped(db, person_id))) return null;
    const tasks = await overdueOf(db, person_id, now);
    return tasks.length === 0 ? null : digestLetter(tasks, { lang, origin, stop: digestLink(ground, person_id) });
  }),
});
