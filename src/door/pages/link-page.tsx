// Behind the picture of a code: nothing happens before somebody presses the button.
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { doorPaths } from '../paths.ts';
import { words } from '../words.ts';

export function LinkPage({ view, token }: { view: View; token: string }) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('link.title')} width="form">
      <Masthead title={t('link.title')}>
        <p>{t('pair.once')}</p>
      </Masthead>
      <form class="ui-form" method="post" action={doorPaths.link(token)}>
        <Field label={t('pair.name')} name="name" hint={t('pair.name.hint')} maxlength={40} optional />
        <Button>{t('pair.button')}</Button>
      </form>
    </Page>
  );
}
