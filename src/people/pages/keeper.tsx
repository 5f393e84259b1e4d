// Becoming the keeper of a new server.
import type { Values } from '#kit/form.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { peoplePaths } from '../paths.ts';
import { words } from '../words.ts';

type KeeperPageProps = {
  view: View;
  token: string;
  values?: Values | undefined;
  errors?: Record<string, string> | undefined;
};

export function KeeperPage({ view, token, values = {}, errors = {} }: KeeperPageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('keeper.title')} width="form">
      <Masthead title={t('keeper.title')}>
        <p class="ui-lede">{t('keeper.text')}</p>
      </Masthead>
      <form method="post" action={peoplePaths.keeper(token)}>
        <Field
          label={t('me.name')}
          name="name"
          hint={t('me.name_hint')}
          autocomplete="name"
          maxlength={120}
          value={String(values.name ?? '')}
          error={errors.name}
          required
        />
        <Field
          label={t('signin.address')}
          name="address"
          type="email"
          autocomplete="email"
          inputmode="email"
          maxlength={254}
          value={String(values.address ?? '')}
          error={errors.address}
          required
        />
        <Button>{t('signin.ask')}</Button>
      </form>
    </Page>
  );
}

export function KeeperUsedPage({ view }: { view: View }) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('keeper.used')} width="narrow">
      <Masthead title={t('keeper.used')}>
        <p class="ui-lede">{t('keeper.used_text')}</p>
        <p>
          <ButtonLink href={peoplePaths.signIn()}>{t('signin.button')}</ButtonLink>
        </p>
      </Masthead>
    </Page>
  );
}
