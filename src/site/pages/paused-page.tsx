// Mails wait since a backup was put back: why, how many, and the two ways on.
import type { Pause } from '#kit/mail/index.ts';
import { Button } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Crumb } from '#ui/panel.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';

type Props = {
  view: View;
  /** Null: mails leave as always. `on`: the moment the backup was taken, in words. */
  paused: (Pick<Pause, 'doubtful' | 'fresh'> & { on: string }) | null;
};

export function PausedPage({ view, paused }: Props) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('paused.title')} width="form">
      <Masthead over={<Crumb href={sitePaths.keeper()}>{t('keeper.title')}</Crumb>} title={t('paused.title')}>
        {paused && <p class="ui-lede">{t('paused.lede', { on: paused.on, n: paused.doubtful })}</p>}
      </Masthead>
      {paused ? (
        <>
          <p>{t('paused.why')}</p>
          <form method="post" action={sitePaths.paused()}>
            <Actions>
              <Button name="do" value="resume">
                {t('paused.resume')}
              </Button>
              {paused.doubtful > 0 && (
                <Button kind="danger" name="do" value="drop">
                  {t('paused.drop')}
                </Button>
              )}
            </Actions>
          </form>
          <p class="ui-soft">
            {paused.fresh > 0 && t('paused.fresh', { n: paused.fresh })} {t('paused.which')}
          </p>
        </>
      ) : (
        <p>{t('paused.not')}</p>
      )}
    </Page>
  );
}
