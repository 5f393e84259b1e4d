// Told to the keepers when the nightly backup begins to fail.
import { z } from '#kit/form.ts';
import { mailTemplate, writeLetter } from '#kit/mail/index.ts';
import { sitePaths } from '#site';
import { words } from '../words.ts';

const shape = z.object({ went_wrong: z.string() });

export const backupFailedMail = mailTemplate(shape, async ({ origin, lang }, { went_wrong }) => {
  const t = words(lang);
  const server = new URL(origin).host;
  return {
    subject: t('mail.failed.subject', { server }),
    ...writeLetter({
      lang,
      heading: t('mail.failed.heading'),
      blocks: [
        t('mail.failed.text', { server, code: went_wrong }),
        t('mail.failed.kept'),
        { button: { label: t('mail.failed.button'), url: `${origin}${sitePaths.keeper()}` } },
      ],
      small: [t('mail.failed.once')],
    }),
  };
});
