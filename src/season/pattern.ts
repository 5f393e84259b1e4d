// A pattern: everything an evening is made from but its title, day and place. Offsets rather than times, so that it fits any day.
import { agendaTypes, type Event, type ReminderPlan } from '#events';
import { z } from '#kit/form.ts';
import { nthShape } from './rhythm.ts';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const offset = {
  side: z.enum(['before', 'after']),
  amount: z.number().int().min(0).max(1000),
  unit: z.enum(['days', 'hours']),
};

const task = z.object({
  ...offset,
  title: z.string(),
  note: z.string().default(''),
  /** Places in the list, counted from 0, of what has to be done before. */
  needs: z.array(z.number().int().min(0)).default([]),
  /** Nobody can do it before sign-up is open: then it is due a day after that at the earliest. */
  after_opening: z.boolean().default(false),
  /** The act that ticks it. */
  ticked_by: z.enum(['announced', 'thanked']).nullable().default(null),
});

const item = z.object({
  /** From the beginning of the evening; doors open before it. */
  at_minutes: z.number().int(),
  minutes: z.number().int().nullable().default(null),
  type: z.enum(agendaTypes),
  title: z.string(),
  who: z.string().default(''),
  note: z.string().default(''),
});

const reminder = z.custom<ReminderPlan[number]>(
  (one) => typeof one === 'object' && one !== null && 'kind' in one && 'before_minutes' in one,
);

/** Asked of the guests of every evening made from it; their answers are kept so many days after each. */
const question = z.object({
  label: z.string().min(1).max(200),
  purpose: z.string().min(1).max(300),
  kind: z.enum(['text', 'choice', 'yes_no']),
  options: z.array(z.string().min(1).max(80)).max(20),
  is_required: z.boolean(),
  is_private: z.boolean(),
  readers: z.enum(['organisers', 'team']),
  kept_days: z.number().int().min(1).max(366),
});

/** As it stands in a table. What a later version adds has a default, so that what was kept before still reads. */
export const patternShape = z.object({
  /** 1 Monday to 7 Sunday, and which one of a month: proposes a day. */
  weekday: z.number().int().min(1).max(7).nullable().default(null),
  nth: nthShape.nullable().default(null),
  starts: clock,
  minutes: z.number().int().min(15).max(720),
  zone: z.string().nullable().default(null),
  kind: z.enum(['in_person', 'online', 'both']).default('in_person'),
  place_name: z.string().default(''),
  place_address: z.string().default(''),
  place_arrival: z.string().default(''),
  /** A venue; while there is one of this id here it says name, address and clock. */
  venue_id: z.string().nullable().default(null),
  online_url: z.string().nullable().default(null),
  /** What a place must have: seats, projector, microphone, food allowed. In the group's language. */
  place_needs: z.array(z.string()).default([]),
  room_capacity: z.number().int().nullable().default(null),
  cap: z.number().int().nullable().default(null),
  plus_ones: z.number().int().min(0).max(9).default(0),
  posture: z.enum(['free', 'fee', 'deposit', 'elsewhere']).default('free'),
  posture_note: z.string().default(''),
  about: z.string().default(''),
  /** Sign-up opens so many days before, at this time of the place's clock, or at the time the evening begins. */
  opens_days: z.number().int().min(0).max(365).default(14),
  opens: clock.nullable().default(null),
  closes_hours: z.number().int().min(0).max(72).default(24),
  /** What becomes of seats nobody confirms; null: as every new evening. */
  confirmation: z
    .custom<Event['confirmation']>((word) => typeof word === 'string')
    .nullable()
    .default(null),
  /** The mails before the evening; null: the usual ones. */
  reminders: z.array(reminder).nullable().default(null),
  agenda: z.array(item).default([]),
  questions: z.array(question).default([]),
  tasks: z.array(task).default([]),
});

export type Pattern = z.output<typeof patternShape>;
export type PatternTask = Pattern['tasks'][number];
export type PatternItem = Pattern['agenda'][number];
