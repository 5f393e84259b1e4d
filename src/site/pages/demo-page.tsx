// The way into the demo town; on a real server, how to start one.
import { PostButton } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import { Sticker } from '#ui/sticker.tsx';
import type { View } from '#ui/view.ts';
import { type DemoRole, demoRoles } from '../demo.ts';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';

type DemoPageProps = {
  view: View;
  /** Who one can be, by name; null while the town is being built. */
  people: Record<DemoRole, string> | null;
};

export function DemoPage({ view, people }: DemoPageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('demo.title')}>
      <Masthead sticker={<Sticker name={t('demo.title')} size="l" />} title={t('demo.title')}>
        <p class="ui-lede">{t('demo.lede')}</p>
        {view.viewer && <p>{t('demo.now', { name: view.viewer.name })}</p>}
      </Masthead>
      {people ? (
        <div class="site-ways">
          {demoRoles.map((as) => (
            <section key={as}>
              <h2>{t(`demo.${as}`)}</h2>
              <p>{t(`demo.${as}.text`)}</p>
              <PostButton action={sitePaths.demoEnter()} fields={{ as }}>
                {t('demo.enter', { name: people[as] })}
              </PostButton>
            </section>
          ))}
        </div>
      ) : (
        <p role="status">{t('demo.empty')}</p>
      )}
      <Actions>
        <a href={sitePaths.demoClock()}>{t('demo.clock')}</a>
      </Actions>
    </Page>
  );
}

export function NoDemoPage({ view }: { view: View }) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('demo.none.title')} width="narrow">
      <Masthead sticker={<Sticker name={t('demo.title')} size="l" />} title={t('demo.none.title')}>
        <p class="ui-lede">{t('demo.none.lede')}</p>
        <pre>
          <code>npm run up -- --demo</code>
        </pre>
        <p class="ui-soft">{t('demo.none.text')}</p>
      </Masthead>
    </Page>
  );
}
