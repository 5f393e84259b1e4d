-- The season: what evenings are made from, series of them, what is to be done for each, and what to remember next time.
create schema season;

-- A group's own templates. Those that come with the program are part of the program.
create table season.template (
  group_id uuid not null,
  template_id uuid not null,
  name text not null,
  -- Everything an evening is made from, but its title, day and place; offsets rather than times.
  pattern jsonb not null,
  made_at timestamptz not null,
  made_by uuid,
  constraint template_pkey primary key (group_id, template_id),
  constraint template_group_fkey foreign key (group_id) references groups."group" (group_id)
);

create table season.series (
  group_id uuid not null,
  series_id uuid not null,
  slug text not null,
  title text not null,
  about text not null default '',
  rhythm jsonb not null,
  -- What its evenings are made from, their place among it.
  pattern jsonb not null,
  -- By its own name, or by the id of one of the group's own.
  template text,
  starts_on date not null,
  -- Until when, or how many in all; neither: until somebody ends it.
  ends_on date,
  most integer,
  -- How many evenings to come are always there.
  ahead smallint not null default 3,
  made_at timestamptz not null,
  made_by uuid,
  ended_at timestamptz,
  constraint series_pkey primary key (group_id, series_id),
  constraint series_group_fkey foreign key (group_id) references groups."group" (group_id),
  constraint series_slug_key unique (group_id, slug),
  constraint series_ahead_check check (ahead between 1 and 24),
  constraint series_most_check check (most is null or most between 1 and 400)
);

-- A date of the rhythm on which there is no evening.
create table season.skip (
  group_id uuid not null,
  series_id uuid not null,
  skip_on date not null,
  skipped_at timestamptz not null,
  constraint skip_pkey primary key (group_id, series_id, skip_on),
  constraint skip_series_fkey foreign key (group_id, series_id) references season.series (group_id, series_id)
);

-- What the season knows about an evening: what it was made from, which date of which series it is, what to remember.
create table season.evening (
  group_id uuid not null,
  event_id uuid not null,
  template text,
  series_id uuid,
  -- The date of the rhythm it stands for, whatever day it was moved to.
  series_on date,
  place_needs text[] not null default '{}',
  note text not null default '',
  noted_at timestamptz,
  noted_by uuid,
  constraint evening_pkey primary key (group_id, event_id),
  constraint evening_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id),
  constraint evening_series_fkey foreign key (group_id, series_id) references season.series (group_id, series_id),
  constraint evening_series_key unique (group_id, series_id, series_on),
  constraint evening_series_check check ((series_id is null) = (series_on is null))
);

-- Who joined a series: interested in each of its evenings, also in those still to be made.
create table season.regular (
  group_id uuid not null,
  series_id uuid not null,
  person_id uuid not null,
  joined_at timestamptz not null,
  constraint regular_pkey primary key (group_id, series_id, person_id),
  constraint regular_series_fkey foreign key (group_id, series_id) references season.series (group_id, series_id)
);
create index regular_by_person on season.regular (person_id);

-- Who joined a series signed out and has yet to type the code; gone a day later.
create table season.joining (
  group_id uuid not null,
  series_id uuid not null,
  challenge_id uuid not null,
  person_id uuid not null,
  asked_at timestamptz not null,
  constraint joining_pkey primary key (group_id, challenge_id),
  constraint joining_series_fkey foreign key (group_id, series_id) references season.series (group_id, series_id)
);
create index joining_by_challenge on season.joining (challenge_id);

-- What is to be done for an evening.
create table season.task (
  group_id uuid not null,
  event_id uuid not null,
  task_id uuid not null,
  position integer not null,
  title text not null,
  note text not null default '',
  -- Counted from the start backwards, or from the end on; days on the place's clock.
  side text not null,
  amount integer not null,
  unit text not null,
  -- What follows from the three and the evening's times: written again whenever those change.
  due_at timestamptz not null,
  owner_id uuid,
  -- Tasks of this evening that have to be done before.
  needs text[] not null default '{}',
  done_at timestamptz,
  done_by uuid,
  constraint task_pkey primary key (group_id, event_id, task_id),
  constraint task_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id),
  constraint task_side_check check (side in ('before', 'after')),
  constraint task_unit_check check (unit in ('days', 'hours')),
  constraint task_amount_check check (amount between 0 and 1000)
);
-- Read across groups: what is overdue, and what is somebody's to do.
create index task_due on season.task (due_at) where done_at is null;
create index task_by_owner on season.task (owner_id) where owner_id is not null;
create index task_by_doer on season.task (done_by) where done_by is not null;

-- The daily mail about what is overdue: when it last went to somebody, and who wants none. Reference table.
create table season.digest (
  person_id uuid not null,
  sent_at timestamptz,
  stopped_at timestamptz,
  constraint digest_pkey primary key (person_id)
);
