// The form of a venue, for a new one and for one that changes.
import { zoneOfPlace } from '#groups';
import type { Values } from '#kit/form.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox, ErrorSummary, Field, TextArea } from '#ui/field.tsx';
import { type Fields, fieldsOf } from '#ui/fields-of.ts';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { ZoneField } from '#ui/zone-field.tsx';
import { addressOf } from '../card.ts';
import { accessField, arrivalField } from '../forms.ts';
import { venuePaths } from '../paths.ts';
import type { ListedVenue } from '../queries.ts';
import { type AccessFact, accessFacts, arrivalLines } from '../tables.ts';
import { type Say, words } from '../words.ts';

type Props = {
  view: View;
  /** Null for a new one. */
  venue: { slug: string; name: string } | null;
  values: Values;
  errors: Record<string, string>;
  /** Those it may be, when that is what stands in the way. */
  alike?: readonly ListedVenue[] | undefined;
};

export function VenueForm({ view, venue, values, errors, alike = [] }: Props) {
  const t = words(view.lang);
  const fields = fieldsOf(values, errors);
  const { value, of } = fields;
  const parts = { ...fields, t };
  const title = t(venue ? 'form.edit' : 'form.add');
  const back = venue
    ? { href: venuePaths.show(venue.slug), label: venue.name }
    : { href: venuePaths.list({ plan: value('plan') }), label: t('title') };
  return (
    <Page view={view} title={title} width="form">
      <Masthead over={<a href={back.href}>{back.label}</a>} title={title}>
        <p>{t(venue ? 'form.edit.lead' : 'form.add.lead')}</p>
      </Masthead>
      <ErrorSummary
        view={view}
        errors={Object.entries(errors).map(([field, error]) => ({ field, label: labelOf(field, t), error }))}
      />
      <form class="ui-form" method="post" action={venue ? venuePaths.edit(venue.slug) : venuePaths.add()}>
        {!venue && <input type="hidden" name="once" value={value('once')} />}
        {!venue && <input type="hidden" name="plan" value={value('plan')} />}
        {alike.length > 0 && <Alike alike={alike} plan={value('plan')} t={t} />}
        <Where {...parts} view={view} />
        <Section title={t('form.section.arrival')}>
          <p class="ui-soft">{t('form.section.arrival.lead')}</p>
          <ArrivalFields {...parts} />
        </Section>
        <Section title={t('access.title')}>
          <p class="ui-soft">{t('form.section.access.lead')}</p>
          {accessFacts.map((fact) => (
            <Fact key={fact} fact={fact} {...parts} />
          ))}
          <TextArea
            label={t('form.access_note')}
            {...of('access_note')}
            hint={t('form.access_note.hint')}
            rows={2}
            maxlength={500}
            optional
          />
        </Section>
        <Section title={t('page.contact')}>
          <p class="ui-soft">{t('form.section.contact.lead')}</p>
          <Plain name="contact_name" most={120} {...parts} />
          <Plain name="contact_reach" most={200} {...parts} />
        </Section>
        <Button>{t(value('plan') ? 'form.save.choose' : 'form.save')}</Button>
      </form>
    </Page>
  );
}

function Alike({ alike, plan, t }: { alike: readonly ListedVenue[]; plan: string; t: Say }) {
  return (
    <div role="alert">
      <p>
        <strong>{t('form.alike')}</strong>
      </p>
      <p>{t('form.alike.text')}</p>
      <Rows label={t('form.alike')}>
        {alike.map((venue) => (
          <Row key={venue.venue_id} title={<bdi>{venue.name}</bdi>} href={venuePaths.show(venue.slug, plan)}>
            {addressOf(venue)}
          </Row>
        ))}
      </Rows>
      <Checkbox label={t('form.although')} name="although_alike" />
    </div>
  );
}

type Parts = Fields & { t: Say };

function Where({ view, ...parts }: Parts & { view: View }) {
  const { t, value, of } = parts;
  return (
    <Section title={t('form.section.where')}>
      <Plain name="name" most={160} hint={t('form.name.hint')} isRequired {...parts} />
      <Plain name="address" most={200} {...parts} />
      <Plain name="city" most={80} isRequired {...parts} />
      <ZoneField
        lang={view.lang}
        label={t('form.zone')}
        {...of('zone')}
        hint={t('form.zone.hint')}
        first={[zoneOfPlace(value('city'))]}
        optional
      />
      <Field
        label={t('form.capacity')}
        {...of('capacity')}
        inputmode="numeric"
        hint={t('form.capacity.hint')}
        optional
      />
      <Plain name="position" most={60} hint={t('form.position.hint')} {...parts} />
    </Section>
  );
}

function ArrivalFields({ t, of }: Parts) {
  const hinted = ['transit', 'earliest', 'entrance', 'bell', 'id_check', 'leaving'] as const;
  return (
    <>
      {arrivalLines.map((asked) => {
        const name = arrivalField(asked);
        const hint = hinted.find((one) => one === asked);
        const field = { ...of(name), label: t(`arrival.${asked}`) };
        return asked === 'note' ? (
          <TextArea key={asked} {...field} rows={3} maxlength={1000} optional />
        ) : (
          <Field key={asked} {...field} hint={hint && t(`arrival.${hint}.hint`)} maxlength={200} optional />
        );
      })}
    </>
  );
}

type Named = 'name' | 'address' | 'city' | 'position' | 'contact_name' | 'contact_reach';

function Plain({
  name,
  most,
  hint,
  isRequired = false,
  t,
  of,
}: Parts & { name: Named; most: number; hint?: string; isRequired?: boolean }) {
  return (
    <Field
      label={t(`form.${name}`)}
      {...of(name)}
      hint={hint}
      maxlength={most}
      required={isRequired}
      optional={!isRequired}
    />
  );
}

/** Three answers beside each other: one glance, one tap. */
function Fact({ fact, t, value }: Parts & { fact: AccessFact }) {
  const name = accessField(fact);
  return (
    <fieldset class="venues-fact">
      <legend>{t(`access.${fact}`)}</legend>
      {(['yes', 'no', ''] as const).map((answer) => (
        <label key={answer} class="ui-tick">
          <input type="radio" name={name} value={answer} checked={value(name) === answer} />
          <span>{t(`access.${answer || 'ask'}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

const named = [
  'name',
  'address',
  'city',
  'zone',
  'position',
  'capacity',
  'access_note',
  'contact_name',
  'contact_reach',
] as const;

function labelOf(field: string, t: Say): string {
  const own = named.find((name) => name === field);
  if (own) return t(`form.${own}`);
  const asked = arrivalLines.find((line) => arrivalField(line) === field);
  return asked ? t(`arrival.${asked}`) : field;
}
