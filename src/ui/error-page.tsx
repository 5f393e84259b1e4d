// When something is not there, not allowed, or not well: what it is in plain words, and one next step.
import { ButtonLink } from './button.tsx';
import { Page } from './layout.tsx';
import { Masthead } from './section.tsx';
import { Sticker } from './sticker.tsx';
import type { View } from './view.ts';
import { words } from './words.ts';

type Status = 404 | 403 | 409 | 422 | 429 | 500 | 503;
type ErrorPageProps = {
  view: View;
  status: Status;
  /** A sentence that knows more than the general one and replaces it. */
  detail?: string | undefined;
};

const ways = {
  404: { key: 'error.evenings', href: () => '/evenings' },
  403: { key: 'error.home', href: () => '/' },
  409: { key: 'error.back', href: (view: View) => view.path },
  422: { key: 'error.back', href: (view: View) => view.path },
  429: { key: 'error.home', href: () => '/' },
  500: { key: 'error.home', href: () => '/' },
  503: { key: 'error.back', href: (view: View) => view.path },
} as const;

export function ErrorPage({ view, status, detail }: ErrorPageProps) {
  const say = words(view.lang);
  const { key, href } = ways[status];
  return (
    <Page view={view} title={say(`error.${status}.title`)} width="narrow">
      <Masthead sticker={status === 404 && <Sticker name="404" size="l" />} title={say(`error.${status}.title`)}>
        <p class="ui-lede">{detail ?? say(`error.${status}.text`)}</p>
        <p>
          <ButtonLink href={href(view)} kind="main">
            {say(key)}
          </ButtonLink>
        </p>
      </Masthead>
    </Page>
  );
}
