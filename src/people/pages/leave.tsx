// Taking everything along, and going.
import { Button, ButtonLink, PostButton } from '#ui/button.tsx';
import { Checkbox } from '#ui/field.tsx';
import { Island } from '#ui/island.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Crumb } from '#ui/panel.tsx';
import { Actions, Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { Obstacle } from '../announcements.ts';
import { peoplePaths } from '../paths.ts';
import { words } from '../words.ts';

export function ExportPage({ view }: { view: View }) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('export.title')} width="narrow">
      <Masthead title={t('export.title')} over={<Crumb href={peoplePaths.me()}>{t('me.title')}</Crumb>}>
        <p class="ui-lede">{t('export.text')}</p>
      </Masthead>
      <Actions>
        <ButtonLink href={peoplePaths.exportJson()} kind="main" download>
          {t('export.json')}
        </ButtonLink>
        <ButtonLink href={peoplePaths.exportIcs()} download>
          {t('export.ics')}
        </ButtonLink>
      </Actions>
    </Page>
  );
}

type ErasePageProps = {
  view: View;
  obstacles: Obstacle[];
  /** A code was typed in this session a short while ago. */
  fresh: boolean;
  error?: string | undefined;
};

export function ErasePage({ view, obstacles, fresh, error }: ErasePageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('erase.title')} width="form">
      <Masthead title={t('erase.title')} over={<Crumb href={peoplePaths.me()}>{t('me.title')}</Crumb>}>
        <p class="ui-lede">{t('erase.text')}</p>
        <p>
          {t('erase.export')} <a href={peoplePaths.export()}>{t('me.export')}</a>
        </p>
      </Masthead>
      {obstacles.length > 0 && (
        <Section title={t('erase.first')}>
          <Rows>
            {obstacles.map(({ sentence, path }) => (
              <Row key={sentence} title={sentence} href={path} />
            ))}
          </Rows>
          <p>{t('erase.anyway')}</p>
        </Section>
      )}
      {fresh ? (
        <Island name="people/forget" props={{ at: peoplePaths.erase() }}>
          <form method="post" action={peoplePaths.erase()}>
            <input type="hidden" name="seen" value={obstacles.length} />
            <Checkbox label={t('erase.sure')} name="sure" error={error} required />
            <Button kind="danger">{t('erase.button')}</Button>
          </form>
        </Island>
      ) : (
        <>
          <p>{t('erase.prove')}</p>
          <PostButton action={peoplePaths.eraseProof()} kind="main">
            {t('signin.ask')}
          </PostButton>
        </>
      )}
    </Page>
  );
}

export function ErasedPage({ view }: { view: View }) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('erased.title')} width="narrow">
      <Masthead title={t('erased.title')}>
        <p class="ui-lede">{t('erased.text')}</p>
      </Masthead>
    </Page>
  );
}
