// Moving to another mail address.
import type { Values } from '#kit/form.ts';
import { Button, PostButton } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Crumb } from '#ui/panel.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { peoplePaths } from '../paths.ts';
import { words } from '../words.ts';

type AddressPageProps = {
  view: View;
  address: string;
  /** A code was typed in this session a short while ago. */
  fresh: boolean;
  values?: Values | undefined;
  error?: string | undefined;
};

export function AddressPage({ view, address, fresh, values = {}, error }: AddressPageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('address.title')} width="form">
      <Masthead title={t('address.title')} over={<Crumb href={peoplePaths.me()}>{t('me.title')}</Crumb>}>
        <p class="ui-lede">
          {t('address.now')} <bdi>{address}</bdi>
        </p>
        <p>{t('address.text')}</p>
      </Masthead>
      {fresh ? (
        <form method="post" action={peoplePaths.address()}>
          <Field
            label={t('address.new')}
            name="address"
            type="email"
            autocomplete="email"
            inputmode="email"
            maxlength={254}
            value={String(values.address ?? '')}
            error={error}
            required
          />
          <Button>{t('signin.ask')}</Button>
        </form>
      ) : (
        <>
          <p role={error ? 'alert' : undefined}>{error ?? t('erase.prove')}</p>
          <PostButton action={peoplePaths.eraseProof()} fields={{ before: 'address' }} kind="main">
            {t('signin.ask')}
          </PostButton>
        </>
      )}
    </Page>
  );
}

/** The new address already has somebody here: nothing was changed, and this is what can be done. */
export function AddressTakenPage({ view, address }: { view: View; address: string }) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('taken.title')} width="narrow">
      <Masthead title={t('taken.title')} over={<Crumb href={peoplePaths.me()}>{t('me.title')}</Crumb>}>
        <p class="ui-lede">
          <bdi>{address}</bdi> {t('taken.text')}
        </p>
        <p>{t('taken.what')}</p>
      </Masthead>
    </Page>
  );
}
