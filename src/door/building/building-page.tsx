// What the building wants to know before the evening, and to whom it goes.
import type { ShownEvent } from '#events';
import { Button } from '#ui/button.tsx';
import { Checkbox, Choice, ErrorSummary, Field } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { doorPaths } from '../paths.ts';
import { words } from '../words.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
  is_set: boolean;
};

const fields = ['contact_name', 'contact_address', 'lead_hours', 'order'] as const;

export function BuildingPage({ view, shown: { event, group }, values, errors, is_set }: Props) {
  const t = words(view.lang);
  const [g, e] = [group.slug, event.slug];
  return (
    <Page view={view} title={t('building.title')} accent={group.color} width="form">
      <Masthead over={<a href={doorPaths.show(g, e)}>{t('title')}</a>} title={t('building.title')}>
        <p>{t('building.lead')}</p>
      </Masthead>
      <ErrorSummary
        view={view}
        errors={fields.flatMap((field) => {
          const error = errors[field];
          return error ? [{ field, label: t(`building.${field}`), error }] : [];
        })}
      />
      <form class="ui-form" method="post" action={doorPaths.building(g, e)}>
        <Field
          label={t('building.contact_name')}
          name="contact_name"
          value={values.contact_name}
          error={errors.contact_name}
          maxlength={120}
          optional
        />
        <Field
          label={t('building.contact_address')}
          name="contact_address"
          type="email"
          value={values.contact_address}
          error={errors.contact_address}
          hint={t('building.contact_address.hint')}
          maxlength={254}
          required
        />
        <Choice
          label={t('building.lead_hours')}
          name="lead_hours"
          value={values.lead_hours ?? '24'}
          error={errors.lead_hours}
          options={(['24', '48'] as const).map((value) => ({ value, label: t(`building.lead_hours.${value}`) }))}
          required
        />
        <Choice
          label={t('building.order')}
          name="order"
          value={values.order ?? 'last'}
          error={errors.order}
          options={(['last', 'first'] as const).map((value) => ({ value, label: t(`building.order.${value}`) }))}
          required
        />
        <Checkbox
          label={t('building.wants_id_name')}
          name="wants_id_name"
          checked={values.wants_id_name !== undefined}
          hint={t('building.wants_id_name.hint')}
        />
        <div class="ui-actions">
          <Button>{t('building.save')}</Button>
          {is_set && (
            <Button kind="quiet" name="off" value="yes" formnovalidate>
              {t('building.off')}
            </Button>
          )}
        </div>
      </form>
    </Page>
  );
}
