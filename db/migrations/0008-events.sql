-- Reminders: what is sent before an evening, when each went out, and who said yes once more.

-- What becomes of a seat nobody confirms: nothing, it counts for less, or it goes to the waitlist after a second notice.
alter table events.event add column confirmation text not null default 'off'
  constraint event_confirmation_check check (confirmation in ('off', 'soft', 'release'));

-- When a guest last said that they still come. Gone with the seat, and when the evening moves to another day.
alter table events.enrolment add column confirmed_at timestamptz;
-- True on the line that says so; where they stand is the same before and after it.
alter table events.enrolment_log add column confirmed boolean not null default false;

-- An evening's reminder plan. When each is due follows from the evening's start on its place's clock, and is worked out
-- when it is looked at: a moved evening moves its reminders with it.
create table events.reminder (
  group_id uuid not null,
  event_id uuid not null,
  kind text not null,
  -- From the start back. Whole days are days of the place's calendar.
  before_minutes integer not null,
  -- '09:00' on the place's clock, on the day so many days before; null: exactly so long before.
  at_time text,
  -- The organisers' own words, above what is always said. May be empty.
  text text not null default '',
  is_on boolean not null default true,
  constraint reminder_pkey primary key (group_id, event_id, kind),
  constraint reminder_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id),
  constraint reminder_kind_check check (kind in ('fortnight', 'week', 'confirm', 'day')),
  constraint reminder_before_check check (before_minutes between 30 and 86400),
  constraint reminder_at_time_check check (at_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$')
);

-- Each time one went out, or was left out. The key keeps it from going out twice for the same day.
create table events.reminder_round (
  group_id uuid not null,
  event_id uuid not null,
  -- The four of the plan; `waiting` asks the waitlist, `second` those who did not answer.
  step text not null,
  -- The day the evening was to be on, on its place's clock.
  for_on date not null,
  at timestamptz not null,
  told integer not null,
  -- Why nobody was told; null when somebody might have been.
  skipped text,
  constraint reminder_round_pkey primary key (group_id, event_id, step, for_on),
  constraint reminder_round_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id),
  constraint reminder_round_step_check check (step in ('fortnight', 'week', 'confirm', 'waiting', 'second', 'day')),
  constraint reminder_round_skipped_check check (skipped in ('passed', 'nobody'))
);
-- The quiet rule asks what a group has sent lately.
create index reminder_round_at on events.reminder_round (group_id, at);

-- Evenings that are planned already get the usual plan.
insert into events.reminder (group_id, event_id, kind, before_minutes, at_time)
select e.group_id, e.event_id, p.kind, p.before_minutes, p.at_time
from events.event e
cross join (values ('fortnight', 20160, '09:00'), ('week', 10080, '09:00'), ('confirm', 2880, '09:00'), ('day', 240, null))
  as p(kind, before_minutes, at_time)
where e.starts_at > now() and e.source is null;
