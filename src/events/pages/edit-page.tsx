// The form of an evening, for a new one and for one that changes.
import type { ComponentChildren, VNode } from 'preact';
import type { Values } from '#kit/form.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { Field, Select, TextArea } from '#ui/field.tsx';
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
  const parts = { t, value: (name: string) => text(values[name]), errors };
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
        <What {...parts} />
        <Where {...parts}>
          <VenueField
            lang={view.lang}
            value={parts.value('venue')}
            error={errors.venue}
            plan={action}
            venues={venues}
          />
        </Where>
        <TextArea
          label={t('form.about')}
          name="about"
          value={parts.value('about')}
          error={errors.about}
          hint={t('form.about.hint')}
          rows={6}
          optional
        />
        <details class="events-more" open={rare.some((name) => errors[name])}>
          <summary>{t('form.more')}</summary>
          <Rare {...parts} lang={view.lang} isNew={isNew} zone={group.zone} />
        </details>
        {panels}
        <Button>{t(isNew ? 'form.create' : 'form.save')}</Button>
      </form>
    </Page>
  );
}

type Parts = { t: Say; value: (name: string) => string; errors: Record<string, string> };

function What({ t, value, errors }: Parts) {
  return (
    <Section title={t('form.section.what')}>
      <Field
        label={t('form.title')}
        name="title"
        value={value('title')}
        error={errors.title}
        maxlength={140}
        required
      />
      <Field label={t('form.day')} name="day" type="date" value={value('day')} error={errors.day} required />
      <div class="events-two">
        <Field
          label={t('form.starts')}
          name="starts"
          type="time"
          value={value('starts')}
          error={errors.starts}
          required
        />
        <Field label={t('form.ends')} name="ends" type="time" value={value('ends')} error={errors.ends} required />
      </div>
      {(errors.starts || value('starts_which')) && (
        <Select
          label={t('form.which')}
          name="starts_which"
          value={value('starts_which') || 'first'}
          options={[
            { value: 'first', label: t('form.which.first') },
            { value: 'second', label: t('form.which.second') },
          ]}
        />
      )}
    </Section>
  );
}

function Where({ t, value, errors, children }: Parts & { children: ComponentChildren }) {
  return (
    <div class="events-where">
      <Section title={t('form.section.where')}>
        <Select
          label={t('form.kind')}
          name="kind"
          value={value('kind') || 'in_person'}
          options={(['in_person', 'online', 'both'] as const).map((kind) => ({
            value: kind,
            label: t(`form.kind.${kind}`),
          }))}
        />
        {children}
        <div class="events-typed">
          <Field
            label={t('form.place_name')}
            name="place_name"
            value={value('place_name')}
            error={errors.place_name}
            hint={t('form.place_name.hint')}
            maxlength={200}
            optional
          />
          <Field
            label={t('form.place_address')}
            name="place_address"
            value={value('place_address')}
            error={errors.place_address}
            maxlength={300}
            optional
          />
        </div>
        <TextArea
          label={t('form.place_arrival')}
          name="place_arrival"
          value={value('place_arrival')}
          error={errors.place_arrival}
          hint={t('form.place_arrival.hint')}
          rows={3}
          optional
        />
        <Field
          label={t('form.door_number')}
          name="door_number"
          type="tel"
          value={value('door_number')}
          error={errors.door_number}
          hint={t('form.door_number.hint')}
          maxlength={31}
          optional
        />
        <Field
          label={t('form.room_capacity')}
          name="room_capacity"
          inputmode="numeric"
          value={value('room_capacity')}
          error={errors.room_capacity}
          hint={t('form.room_capacity.hint')}
          optional
        />
      </Section>
    </div>
  );
}

function text(value: string | string[] | undefined): string {
  return Array.isArray(value) ? (value[0] ?? '') : (value ?? '');
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
