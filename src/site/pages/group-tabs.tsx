// Groups as a list or on the map, with the search kept.
import type { View } from '#ui/view.ts';
import type { Search } from '../forms.ts';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';

type GroupTabsProps = { view: View; search: Pick<Search, 'q' | 'country'>; here: 'list' | 'map' };

export function GroupTabs({ view, search: { q, country }, here }: GroupTabsProps) {
  const t = words(view.lang);
  const ways = { list: sitePaths.groups({ q, country }), map: sitePaths.map({ q, country }) };
  return (
    <nav class="site-tabs" aria-label={t('groups.tabs')}>
      {(['list', 'map'] as const).map((way) => (
        <a key={way} href={ways[way]} aria-current={way === here ? 'page' : undefined}>
          {t(`groups.tab.${way}`)}
        </a>
      ))}
    </nav>
  );
}
