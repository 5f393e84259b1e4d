// Signing in: the address, then the six digits; and the page behind the mailed link.
import type { Values } from '#kit/form.ts';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Island } from '#ui/island.tsx';
import { Page } from '#ui/layout.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { CodeRefusal } from '../challenge.ts';
import { CodeForm } from '../code-form.tsx';
import { peoplePaths } from '../paths.ts';
import { words } from '../words.ts';

type SignInProps = {
  view: View;
  next: string;
  values?: Values | undefined;
  errors?: Record<string, string> | undefined;
};

export function SignInPage({ view, next, values = {}, errors = {} }: SignInProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('signin.title')} width="form">
      <Masthead title={t('signin.title')}>
        <p class="ui-lede">{t('signin.text')}</p>
      </Masthead>
      <Island name="people/forget" props={{ at: null }} />
      <form method="post" action={peoplePaths.signIn()}>
        <input type="hidden" name="next" value={next} />
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

type CodePageProps = {
  view: View;
  address: string;
  token: string;
  action: string;
  /** Above the form, instead of "Type the code". */
  title?: string | undefined;
  button?: string | undefined;
  refused?: CodeRefusal['refused'] | undefined;
};

export function CodePage({ view, address, token, action, title, button, refused }: CodePageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={title ?? t('code.title')} width="form">
      <Masthead title={title ?? t('code.title')}>
        <p class="ui-lede">
          {t('code.sent')} <bdi>{address}</bdi>
        </p>
      </Masthead>
      {!view.viewer && <Island name="people/forget" props={{ at: null }} />}
      <CodeForm view={view} action={action} token={token} refused={refused} button={button} />
      <p class="ui-soft">{t('code.nothing')}</p>
    </Page>
  );
}

type LinkPageProps = { view: View; link: string; address: string; name: string };

/** One button and no more: machines that look into mails open this page, and nothing happens. */
export function LinkPage({ view, link, address, name }: LinkPageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('link.title')} width="form">
      <Masthead title={t('link.title')}>
        <p class="ui-lede">
          {t('link.as')} <bdi>{address}</bdi>
        </p>
        {name && (
          <p>
            {t('link.name')} <bdi>{name}</bdi>
          </p>
        )}
      </Masthead>
      <form method="post" action={peoplePaths.link(link)}>
        <Button>{t('signin.button')}</Button>
      </form>
      <p class="ui-soft">{t('link.not_you')}</p>
    </Page>
  );
}

/** The link or code was used, or its time is over. */
export function LinkOverPage({ view }: { view: View }) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('over.title')} width="narrow">
      <Masthead title={t('over.title')}>
        <p class="ui-lede">{t('over.text')}</p>
        <p>
          <a href={peoplePaths.signIn()}>{t('over.again')}</a>
        </p>
      </Masthead>
    </Page>
  );
}

/** Too many codes were asked for. The same page for every address. */
export function TooManyCodesPage({ view }: { view: View }) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('many.title')} width="narrow">
      <Masthead title={t('many.title')}>
        <p class="ui-lede">{t('many.text')}</p>
      </Masthead>
    </Page>
  );
}
