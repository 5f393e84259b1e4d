// Told to the old address when a person moves to another one.
import { z } from '#kit/form.ts';
import { mailTemplate, writeLetter } from '#kit/mail/index.ts';
import { words } from '../words.ts';

const shape = z.object({ address: z.string() });

export const addressMovedMail = mailTemplate(shape, async ({ origin, lang }, { address }) => {
  const t = words(lang);
  const place = new URL(origin).host;
  return {
    subject: t('mail.moved.subject', { place }),
    ...writeLetter({
      lang,
      heading: t('mail.moved.heading'),
      blocks: [
        t('mail.moved.text', { place, address }),
        t('mail.moved.object'),
        { link: { label: t('mail.moved.who'), url: `${origin}/imprint` } },
      ],
      small: [t('mail.moved.last')],
    }),
  };
});
