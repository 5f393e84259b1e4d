// The one mail somebody gets whom a group brought along: it has moved here, here is its page, and that was all.
import { groupPaths } from '#groups';
import { z } from '#kit/form.ts';
import { type Id, isId } from '#kit/id.ts';
import { mailTemplate, type Templates, writeLetter } from '#kit/mail/index.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import { accents } from '#ui/accent.ts';
import { CONTACT_DAYS, contactOf } from '../history/contacts.ts';
import { words } from '../words.ts';

const id = <T extends string>() => z.custom<Id<T>>((value) => isId(value));

export const numbersMails: Templates = {
  // Not for somebody who was taken off the list since, or came by themselves.
  'numbers.invite': mailTemplate(
    z.object({ group_id: id<'groups.group'>(), contact_id: id<'numbers.contact'>() }),
    async ({ db, lang, origin }, { group_id, contact_id }) => {
      const found = await contactOf(db, { group_id, contact_id });
      if (!found) return null;
      const t = words(lang);
      const until = instantOf(new Date(found.brought_at.getTime() + CONTACT_DAYS * 86_400_000));
      const mark = groupPaths.markPicture(found);
      const group = found.name;
      return {
        subject: t('invite.subject', { group }),
        from_name: group,
        ...writeLetter({
          lang,
          from: {
            name: group,
            url: `${origin}${groupPaths.show(found)}`,
            mark_url: mark === null ? undefined : `${origin}${mark}`,
          },
          accent: accents(found.color).light.colour,
          heading: t('invite.subject', { group }),
          blocks: [
            t('invite.line', { group }),
            { button: { label: t('invite.button'), url: `${origin}${groupPaths.join(found)}` } },
            t('invite.nothing'),
          ],
          small: [t('invite.small', { day: sayTime(until, found.zone, lang, 'date') })],
        }),
      };
    },
  ),
};
