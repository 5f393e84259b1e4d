// The search over evenings or groups: words or a place, and a country. A plain GET, so a search can be sent to somebody.
import { Button } from '#ui/button.tsx';
import { Field, Select } from '#ui/field.tsx';
import type { View } from '#ui/view.ts';
import { countryOptions } from '../countries.ts';
import type { Search } from '../forms.ts';
import { words } from '../words.ts';

type SearchFormProps = {
  view: View;
  action: string;
  search: Pick<Search, 'q' | 'country'> & { when?: Search['when'] | undefined };
  /** Codes to choose from; none leaves the question out. */
  countries?: readonly string[] | undefined;
};

export function SearchForm({ view, action, search, countries = [] }: SearchFormProps) {
  const t = words(view.lang);
  const chosen = search.country && !countries.includes(search.country) ? [search.country] : [];
  const options = countryOptions([...countries, ...chosen], view.lang);
  return (
    <search>
      <form class="site-search" method="get" action={action}>
        <Field
          label={t('search.words')}
          name="q"
          type="search"
          value={search.q}
          maxlength={100}
          placeholder={t('search.words.hint')}
        />
        {options.length > 1 && (
          <Select
            label={t('search.country')}
            name="country"
            value={search.country ?? ''}
            options={[{ value: '', label: t('search.country.all') }, ...options]}
          />
        )}
        {search.when === 'before' && <input type="hidden" name="when" value="before" />}
        <Button kind="quiet">{t('search.button')}</Button>
      </form>
    </search>
  );
}
