// A new evening from a pattern: three things asked, everything else filled and within reach; notes from last time on top.
import type { EveningNote } from '#events';
import type { Group } from '#groups';
import type { Values } from '#kit/form.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import { Button } from '#ui/button.tsx';
import { dot } from '#ui/dotted.ts';
import { ErrorSummary, Field } from '#ui/field.tsx';
import { fieldsOf } from '#ui/fields-of.ts';
import { Page } from '#ui/layout.tsx';
import { Facts } from '#ui/panel.tsx';
import { Actions, Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { type ListedVenue, VenueField } from '#venues';
import { seasonPaths } from '../paths.ts';
import type { Asks } from '../plan-form.ts';
import { sayReminders } from '../say-reminders.ts';
import type { EveningAhead, StartingPoint } from '../starting-points.ts';
import { type Say, words } from '../words.ts';
import { Late } from './late.tsx';
import { Noted } from './noted.tsx';
import { PlanRest, rest } from './plan-rest.tsx';

type Props = {
  view: View;
  group: Group;
  point: StartingPoint;
  notes: readonly EveningNote[];
  /** Those the group chooses from. */
  venues: readonly ListedVenue[];
  /** What stands in the calendar already, so that none comes too close. */
  ahead: readonly EveningAhead[];
  action: string;
  values: Values;
  errors: Record<string, string>;
  asks?: Asks | undefined;
};

export function PlanPage({ view, group, point, notes, venues, ahead, action, values, errors, asks }: Props) {
  const t = words(view.lang);
  const fields = fieldsOf(values, errors);
  const { value, of } = fields;
  return (
    <Page view={view} title={t('plan.title')} accent={group.color} width="form">
      <Masthead over={<a href={seasonPaths.plan(group.slug)}>{t('plan.title')}</a>} title={titleOf(point, view, t)}>
        <p>{t('plan.asked')}</p>
      </Masthead>
      <Noted notes={notes} language={group.language} t={t} />
      <ErrorSummary
        view={view}
        errors={Object.entries(errors).map(([field, error]) => ({ field, label: labelOf(field, t), error }))}
      />
      <form class="ui-form season-where" method="post" action={action}>
        {asks && <Late view={view} asks={asks} zone={point.pattern.zone ?? group.zone} {...fields} t={t} />}
        <Field label={t('plan.name')} {...of('title')} maxlength={140} required />
        <Field label={t('plan.day')} {...of('day')} type="date" hint={aheadSaid(ahead, view, t)} required />
        <VenueField lang={view.lang} value={value('venue')} error={errors.venue} plan={action} venues={venues} />
        <div class="season-typed">
          <Field label={t('plan.place')} {...of('place_name')} hint={placeHint(point, t)} maxlength={200} />
        </div>
        <details class="season-more" open={rest.some((name) => errors[name])}>
          <summary>{t('plan.rest')}</summary>
          <PlanRest {...fields} t={t} />
        </details>
        <Actions>
          <Button>{t('plan.make')}</Button>
          <Button kind="quiet" name="step" value="begin" formaction={`${action}/series`} formnovalidate>
            {t('plan.series')}
          </Button>
        </Actions>
      </form>
      <Along point={point} group={group} view={view} value={value} t={t} />
    </Page>
  );
}

function titleOf(point: StartingPoint, view: View, t: Say): string {
  if (point.from === 'template') return point.name;
  const day = sayTime(instantOf(point.starts_at), point.zone, view.lang, 'short');
  return t('plan.like', { title: point.title, day });
}

function aheadSaid(ahead: readonly EveningAhead[], view: View, t: Say): string | undefined {
  if (ahead.length === 0) return undefined;
  const said = ahead.map(
    ({ title, starts_at, zone }) => `${sayTime(instantOf(starts_at), zone, view.lang, 'short')}, ${title}`,
  );
  return t('plan.ahead', { evenings: said.join(dot) });
}

function placeHint({ pattern }: StartingPoint, t: Say): string | undefined {
  return pattern.place_needs.length > 0 ? t('plan.place.needs', { needs: pattern.place_needs.join(', ') }) : undefined;
}

type AlongProps = { point: StartingPoint; group: Group; view: View; value: (name: string) => string; t: Say };

/** What is filled in without being asked for. */
function Along({ point, group, view, value, t }: AlongProps) {
  const { pattern } = point;
  const reminders = sayReminders(pattern.reminders, t);
  const items = [
    { term: t('plan.along.time'), detail: t('plan.along.hours', { starts: value('starts'), ends: value('ends') }) },
    {
      term: t('plan.along.signup'),
      detail: t('plan.along.signup.text', {
        days: Number(value('opens_days')) || 0,
        hours: Number(value('closes_hours')) || 0,
      }),
    },
    pattern.agenda.length > 0 && {
      term: t('plan.along.agenda'),
      detail: <span lang={view.lang}>{pattern.agenda.map(({ title }) => title).join(dot)}</span>,
    },
    pattern.tasks.length > 0 && {
      term: t('checklist.title'),
      detail: t('plan.along.tasks', { n: pattern.tasks.length }),
    },
    pattern.questions.length > 0 && {
      term: t('plan.along.questions'),
      detail: <span lang={group.language}>{pattern.questions.map(({ label }) => label).join(dot)}</span>,
    },
    { term: t('plan.along.reminders'), detail: reminders },
  ].filter((item) => item !== false);
  return (
    <Section title={t('plan.along')}>
      <Facts items={items} />
    </Section>
  );
}

const named = [
  'day',
  'starts',
  'ends',
  'place_name',
  'place_address',
  'room_capacity',
  'cap',
  'opens_days',
  'opens',
  'closes_hours',
  'online_url',
  'late_day',
] as const;

function labelOf(field: string, t: Say): string {
  if (field === 'title') return t('plan.name');
  const known = named.find((name) => name === field);
  return known ? t(`plan.field.${known}`) : field;
}
