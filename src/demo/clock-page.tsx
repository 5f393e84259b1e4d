// The page of the town's clock: what time it is there, and six ways to move it.

import { sayTime } from '#kit/time.ts';
import { sitePaths } from '#site';
import { Button } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { type Move, moves } from './clock.ts';
import { words } from './words.ts';

type Props = {
  view: View;
  /** Whose clock the time is read from. */
  zone: string;
  aheadMs: number;
};

export function ClockPage({ view, zone, aheadMs }: Props) {
  const t = words(view.lang);
  const date = sayTime(view.now, zone, view.lang, 'day');
  const time = sayTime(view.now, zone, view.lang, 'time');
  const [now, ...ways] = [...moves].reverse() as [Move, ...Move[]];
  return (
    <Page view={view} title={t('clock.title')} width="narrow">
      <Masthead title={t('clock.title')}>
        <p class="ui-lede">{t('clock.says', { date, time, zone: zone.replaceAll('_', ' ') })}</p>
        <p class="ui-soft">
          {aheadMs === 0
            ? t('clock.same')
            : t('clock.ahead', {
                days: Math.floor(aheadMs / 86_400_000),
                hours: Math.floor((aheadMs % 86_400_000) / 3_600_000),
              })}
        </p>
      </Masthead>
      <form method="post" action={sitePaths.demoClock()}>
        <p id="clock-on">{t('clock.on')}</p>
        <Actions>
          {ways.reverse().map((move) => (
            <Button key={move} kind="quiet" name="move" value={move}>
              {t(`clock.${move}`)}
            </Button>
          ))}
        </Actions>
        {aheadMs !== 0 && (
          <p>
            <button type="submit" class="ui-textbutton" name="move" value={now}>
              {t('clock.now')}
            </button>
          </p>
        )}
      </form>
      <p class="ui-soft">{t('clock.due')}</p>
      <p>
        <a href={sitePaths.demo()}>{t('clock.people')}</a>
      </p>
    </Page>
  );
}
