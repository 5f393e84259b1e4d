// Where the form of an evening chooses its venue: one the group has used, or none.
import type { Lang } from '#kit/words.ts';
import { Select } from '#ui/field.tsx';
import { Island } from '#ui/island.tsx';
import { venuePaths } from '../paths.ts';
import type { ListedVenue } from '../queries.ts';
import { words } from '../words.ts';

type Props = {
  lang: Lang;
  /** The id of the chosen one; blank for a place that is typed. */
  value: string;
  error?: string | undefined;
  /** The address of the form it stands in: whoever looks for a venue comes back to it. */
  plan: string;
  venues: readonly Pick<ListedVenue, 'venue_id' | 'name' | 'city'>[];
};

/** A list of the group's venues, and the way to more. The field is called `venue`. */
export function VenueField(props: Props) {
  return (
    <Island name="venues/keep-typed">
      <Field {...props} />
    </Island>
  );
}

function Field({ lang, value, error, plan, venues }: Props) {
  const t = words(lang);
  if (venues.length === 0) {
    return (
      <p class="ui-hint venues-find">
        <a href={venuePaths.list({ plan })}>{t('field.find.first')}</a>
      </p>
    );
  }
  return (
    <Select
      label={t('field.venue')}
      name="venue"
      value={value}
      error={error}
      hint={
        <>
          {t('field.hint')} <a href={venuePaths.list({ plan })}>{t('field.find')}</a>
        </>
      }
      options={[
        { value: '', label: t('field.typed') },
        ...venues.map(({ venue_id, name, city }) => ({ value: venue_id, label: t('field.option', { name, city }) })),
      ]}
    />
  );
}
