// Mails to those who look after a venue: that they do now, and what others know better.
import { z } from '#kit/form.ts';
import { type Id, isId } from '#kit/id.ts';
import { mailTemplate, type Templates, writeLetter } from '#kit/mail/index.ts';
import { mailFacts } from '../mail-facts.ts';
import { venuePaths } from '../paths.ts';
import { words } from '../words.ts';

const id = <T extends string>() => z.custom<Id<T>>((value) => isId(value));
const about = { venue_id: id<'venues.venue'>(), by: id<'people.person'>() };

const takenIn = mailTemplate(z.object(about), async (context, args) => {
  const facts = await mailFacts(context.db, args);
  if (!facts) return null;
  const { from } = facts;
  const { name: venue, slug } = facts.venue;
  const t = words(context.lang);
  const url = `${context.origin}${venuePaths.show(slug)}`;
  const heading = t('mail.taken_in.subject', { venue });
  return {
    subject: heading,
    ...writeLetter({
      lang: context.lang,
      heading,
      blocks: [
        t('mail.taken_in.text', { name: from.name, venue }),
        t('mail.taken_in.means'),
        { button: { label: t('mail.button'), url } },
      ],
    }),
  };
});

/** Nothing is sent once whoever wrote it is gone: there would be nobody to answer. */
const correction = mailTemplate(z.object({ ...about, words: z.string() }), async (context, args) => {
  const facts = await mailFacts(context.db, args);
  if (!facts) return null;
  const { from } = facts;
  const { name: venue, slug } = facts.venue;
  const t = words(context.lang);
  const url = `${context.origin}${venuePaths.show(slug)}`;
  const heading = t('mail.correction.subject', { venue });
  return {
    subject: heading,
    reply_to: from.address,
    ...writeLetter({
      lang: context.lang,
      heading,
      blocks: [
        t('mail.correction.text', { name: from.name, venue }),
        ...args.words.split(/\n{2,}/),
        { button: { label: t('mail.button'), url } },
      ],
      small: [t('mail.correction.small', { address: from.address })],
    }),
  };
});

export const venueMails: Templates = { 'venues.taken-in': takenIn, 'venues.correction': correction };
