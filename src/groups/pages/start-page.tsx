// Founds a group: four questions, less than a minute.
import type { Values } from '#kit/form.ts';
import { Button } from '#ui/button.tsx';
import { dotted } from '#ui/dotted.ts';
import { ErrorSummary, Field, Select } from '#ui/field.tsx';
import { Island } from '#ui/island.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { ZoneField } from '#ui/zone-field.tsx';
import { tongueOptions } from '../choices.ts';
import type { Alike } from '../found-group.ts';
import { zoneOfPlace } from '../import-file/towns.ts';
import { groupPaths } from '../paths.ts';
import { words } from '../words.ts';
import { summaryOf, typed } from './form-values.ts';

export type StartPageProps = {
  view: View;
  values: Values;
  errors: Record<string, string>;
  /** Groups of this name close by, when that is what stands in the way. */
  alike: readonly Alike[];
  /** The zone is a guess that the browser may better. */
  guessed: boolean;
};

export function StartPage({ view, values, errors, alike, guessed }: StartPageProps) {
  const t = words(view.lang);
  const zone = typed(values, 'zone');
  const labels = {
    name: t('start.name'),
    place: t('start.place'),
    zone: t('start.zone'),
    language: t('start.language'),
  };
  return (
    <Page view={view} title={t('start.title')} width="form">
      <Masthead title={t('start.title')}>
        <p class="ui-lede">{t('start.lede')}</p>
      </Masthead>
      <ErrorSummary view={view} errors={summaryOf(labels, errors)} />
      {alike.length > 0 && (
        <div role="alert">
          <p>
            <strong>{t('start.alike', { n: alike.length })}</strong>
          </p>
          <Rows label={t('start.alike', { n: alike.length })}>
            {alike.map((other) => (
              <Row key={other.slug} title={other.name} href={groupPaths.show(other)}>
                {dotted([other.place, other.state === 'unclaimed' ? t('start.alike_unclaimed') : ''])}
              </Row>
            ))}
          </Rows>
        </div>
      )}
      <form method="post" action={groupPaths.start()}>
        <input type="hidden" name="once" value={typed(values, 'once')} />
        <Field
          label={labels.name}
          name="name"
          value={typed(values, 'name')}
          error={errors.name}
          hint={t('start.name_hint')}
          maxlength={100}
          autocomplete="off"
          required
        />
        <Field
          label={labels.place}
          name="place"
          value={typed(values, 'place')}
          error={errors.place}
          hint={t('start.place_hint')}
          maxlength={120}
          autocomplete="address-level2"
          optional
        />
        <Island name="groups/guess-zone" props={{ guessed }}>
          <ZoneField
            lang={view.lang}
            label={labels.zone}
            name="zone"
            value={zone}
            error={errors.zone}
            hint={t('start.zone_hint')}
            first={[zoneOfPlace(typed(values, 'place'))]}
          />
        </Island>
        <Select
          label={labels.language}
          name="language"
          value={typed(values, 'language')}
          error={errors.language}
          hint={t('start.language_hint')}
          options={tongueOptions(view.lang, typed(values, 'language'))}
        />
        <p class="ui-soft ui-small">{t('start.later')}</p>
        {alike.length > 0 ? (
          <Button name="although_alike" value="yes">
            {t('start.although')}
          </Button>
        ) : (
          <Button>{t('start.button')}</Button>
        )}
      </form>
    </Page>
  );
}
