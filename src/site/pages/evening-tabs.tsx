// Evenings to come, before, or by month, with the search kept.
import type { View } from '#ui/view.ts';
import type { Search } from '../forms.ts';
import { monthAt } from '../month/calendar.ts';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';

type EveningTabsProps = { view: View; search: Pick<Search, 'q' | 'country'>; here: 'coming' | 'before' | 'month' };

export function EveningTabs({ view, search: { q, country }, here }: EveningTabsProps) {
  const t = words(view.lang);
  const ways = {
    coming: sitePaths.evenings({ q, country }),
    before: sitePaths.evenings({ q, country, when: 'before' }),
    month: sitePaths.month(monthAt(view.now), { q, country }),
  };
  return (
    <nav class="site-tabs" aria-label={t('evenings.tabs')}>
      {(['coming', 'before', 'month'] as const).map((way) => (
        <a key={way} href={ways[way]} aria-current={way === here ? 'page' : undefined}>
          {t(`evenings.tab.${way}`)}
        </a>
      ))}
    </nav>
  );
}
