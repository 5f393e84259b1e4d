// Where the stop link of the mail about overdue tasks leads: stops only when the button is pressed, and leads back.
import { peoplePaths } from '#people';
import { PostButton } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { words } from '../words.ts';

export function DigestPage({ view, stopped }: { view: View; stopped: boolean }) {
  const t = words(view.lang);
  const title = t(stopped ? 'digest.stopped' : 'digest.title');
  return (
    <Page view={view} title={title} width="form">
      <Masthead title={title}>
        <p>{t(stopped ? 'digest.stopped.text' : 'digest.text')}</p>
      </Masthead>
      {stopped ? (
        <>
          <PostButton action={view.path} fields={{ wanted: 'yes' }}>
            {t('digest.again')}
          </PostButton>
          <p>
            <a href={peoplePaths.me()}>{t('digest.mine')}</a>
          </p>
        </>
      ) : (
        <PostButton kind="main" action={view.path}>
          {t('digest.stop')}
        </PostButton>
      )}
    </Page>
  );
}
