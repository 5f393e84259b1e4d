// Somebody signed out pressed a button that needs a person behind it.
import { ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { peoplePaths } from '../paths.ts';
import { words } from '../words.ts';

export function SignInFirstPage({ view }: { view: View }) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('first.title')} width="narrow">
      <Masthead title={t('first.title')}>
        <p class="ui-lede">{t('first.text')}</p>
        <p>
          <ButtonLink href={peoplePaths.signIn()} kind="main">
            {t('signin.button')}
          </ButtonLink>
        </p>
      </Masthead>
    </Page>
  );
}
