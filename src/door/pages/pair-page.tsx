// The page of a phone that works no door yet: six figures, and it does.
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { doorPaths } from '../paths.ts';
import { words } from '../words.ts';

type Props = { view: View; refusal?: string | undefined; values: Record<string, string> };

export function PairPage({ view, refusal, values }: Props) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('title')} width="form" head={<link rel="manifest" href={doorPaths.app} />}>
      <Masthead title={t('pair.title')}>
        <p>{t('pair.text')}</p>
      </Masthead>
      <form class="ui-form" method="post" action={doorPaths.phone}>
        <Field
          label={t('pair.code')}
          name="code"
          error={refusal}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={12}
          required
          autofocus
        />
        <Field
          label={t('pair.name')}
          name="name"
          value={values.name}
          hint={t('pair.name.hint')}
          maxlength={40}
          optional
        />
        <Button>{t('pair.button')}</Button>
        <p class="ui-small">{t('pair.once')}</p>
      </form>
    </Page>
  );
}
