// The form of an evening, for a new one and for one that changes.
import type { ComponentChildren, VNode } from 'preact';
import type { Values } from '#kit/form.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Field, Select, TextArea } from '#ui/field.tsx';
import { type Fields, fieldsOf } from '#ui/fields-of.ts';
import { Page } from '#ui/layout.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { type ListedVenue, VenueField } from '#venues';
import { type Say, words } from '../words.ts';
import { Rare, rare } from './rare-fields.tsx';

type Group = { slug: string; name: string; color: string; zone?: string | undefined };
type Props = {
  view: View;
  group: Group;
  isNew: boolean;
  action: string;
  back: { href: string; label: string };
  values: Values;
  errors: Record<string, string>;
  /** Those to choose from. */
  venues: readonly Pick<ListedVenue, 'venue_id' | 'name' | 'city'>[];
  /** True once people were told: a new time or place is mailed. */
  isPublic?: boolean | undefined;
  /** What other rooms ask in this form. */
  panels?: VNode[] | undefined;
};

export function EditPage({ view, group, isNew, action, back, values, errors, venues, isPublic, panels }: Props) {
  const t = words(view.lang);
  const fields = fieldsOf(values, errors);
  const { value, of } = fields;
  return (
    <Page view={view} title={t(isNew ? 'form.new' : 'form.edit')} accent={group.color} width="form">
      <Masthead over={<a href={back.href}>{back.label}</a>} title={t(isNew ? 'form.new' : 'form.edit')}>
        {isNew && <p>{t('form.new.lead')}</p>}
        {isPublic && <p>{t('form.moved')}</p>}
      </Masthead>
      <ErrorSummary
        view={view}
        errors={Object.entries(errors).map(([field, error]) => ({ field, label: labelOf(field, t), error }))}
      />
      <form class="ui-form" method="post" action={action}>
        <What {...fields} t={t} />
        <Where {...fields} t={t}>
          <VenueField lang={view.lang} value={value('venue')} error={errors.venue} plan={action} venues={venues} />
        </Where>
        <TextArea label={t('form.about')} {...of('about')} hint={t('form.about.hint')} rows={6} optional />
        <details class="events-more" open={rare.some((name) => errors[name])}>
          <summary>{t('form.more')}</summary>
          <Rare {...fields} t={t} lang={view.lang} isNew={isNew} zone={group.zone} />
        </details>
        {panels}
        <Button>{t(isNew ? 'form.create' : 'form.save')}</Button>
      </form>
    </Page>
  );
}

type Parts = Fields & { t: Say };

function What({ t, value, of, errors }: Parts) {
  return (
    <Section title={t('form.section.what')}>
      <Field label={t('form.title')} {...of('title')} maxlength={140} required />
      <Field label={t('form.day')} {...of('day')} type="date" required />
      <div class="events-two">
        <Field label={t('form.starts')} {...of('starts')} type="time" required />
        <Field label={t('form.ends')} {...of('ends')} type="time" required />
      </div>
      {(errors.starts || value('starts_which')) && (
        <Select
          label={t('form.which')}
          {...of('starts_which', 'first')}
          options={[
            { value: 'first', label: t('form.which.first') },
            { value: 'second', label: t('form.which.second') },
          ]}
        />
      )}
    </Section>
  );
}

function Where({ t, of, children }: Parts & { children: ComponentChildren }) {
  return (
    <div class="events-where">
      <Section title={t('form.section.where')}>
        <Select
          label={t('form.kind')}
          {...of('kind', 'in_person')}
          options={(['in_person', 'online', 'both'] as const).map((kind) => ({
            value: kind,
            label: t(`form.kind.${kind}`),
          }))}
        />
        {children}
        <div class="events-typed">
          <Field
            label={t('form.place_name')}
            {...of('place_name')}
            hint={t('form.place_name.hint')}
            maxlength={200}
            optional
          />
          <Field label={t('form.place_address')} {...of('place_address')} maxlength={300} optional />
        </div>
        <TextArea
          label={t('form.place_arrival')}
          {...of('place_arrival')}
          hint={t('form.place_arrival.hint')}
          rows={3}
          optional
        />
        <Field
          label={t('form.door_number')}
          {...of('door_number')}
          type="tel"
          hint={t('form.door_number.hint')}
          maxlength={31}
          optional
        />
        <Field
          label={t('form.room_capacity')}
          {...of('room_capacity')}
          inputmode="numeric"
          hint={t('form.room_capacity.hint')}
          optional
        />
      </Section>
    </div>
  );
}

const named = [
  'title',
  'day',
  'starts',
  'ends',
  'zone',
  'kind',
  'place_name',
  'place_address',
  'place_arrival',
  'door_number',
  'online_url',
  'room_capacity',
  'cap',
  'opens_day',
  'opens',
  'closes_hours',
  'plus_ones',
  'posture',
  'posture_note',
  'about',
] as const;

function labelOf(field: string, t: Say): string {
  const known = named.find((name) => name === field);
  return known ? t(`form.${known}`) : field;
}
