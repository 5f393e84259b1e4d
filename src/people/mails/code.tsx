// The mail with the six digits: the code stands in the subject, so a phone shows it without opening anything.
import { z } from '#kit/form.ts';
import { type Id, isId } from '#kit/id.ts';
import { mailTemplate, writeLetter } from '#kit/mail/index.ts';
import { codeFacts } from '../mail-facts.ts';
import { peoplePaths } from '../paths.ts';
import { CODE_MINUTES, showCode } from '../rules.ts';
import { openProof } from '../sealed-proof.ts';
import { words } from '../words.ts';

const shape = z.object({
  challenge_id: z.custom<Id<'people.challenge'>>(isId),
  mailings: z.number(),
  sealed: z.string(),
});

type Signing = { config: { secret: string } };

/** Nothing is sent when the code was used, ran out or was replaced by a newer one while the mail waited. */
export const codeMail = ({ config }: Signing) =>
  mailTemplate(shape, async ({ db, origin, lang, now }, args) => {
    const facts = await codeFacts(db, args, now);
    if (!facts) return null;
    const t = words(lang);
    const proof = openProof(config.secret, args.challenge_id, args.sealed);
    const code = showCode(proof.code);
    const place = new URL(origin).host;
    const about = facts.title || place;
    const page = (link: string) => (facts.page === undefined ? peoplePaths.link(link) : `${facts.page}/${link}`);
    const link = proof.link && `${origin}${page(proof.link)}`;
    return {
      subject: t('mail.code.subject', { code }),
      ...writeLetter({
        lang,
        heading: t('mail.code.heading'),
        preview: t(`mail.code.for.${facts.purpose}`, { about, place }),
        blocks: [
          t(`mail.code.for.${facts.purpose}`, { about, place }),
          { code },
          t('mail.code.minutes', { minutes: CODE_MINUTES }),
          ...(link ? [t('mail.code.or_link'), { link: { label: t('mail.code.link'), url: link } }] : []),
        ],
        small: [t('mail.code.not_you'), t('mail.code.never_tell')],
      }),
    };
  });
