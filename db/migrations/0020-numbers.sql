-- Evenings that were elsewhere, or before: their counts alone, so that a forecast begins with them. No person.
create schema numbers;

create table numbers.past_evening (
  group_id uuid not null,
  -- its own day: a group is taken to have one evening a day, so that none counts twice
  held_on date not null,
  title text not null default '',
  signed_up integer not null,
  -- null: nobody counted
  came integer,
  posture text not null default 'free',
  -- typed by an organiser, or brought in from a file
  source text not null,
  changed_at timestamptz not null,
  constraint past_evening_pkey primary key (group_id, held_on),
  constraint past_evening_group_fkey foreign key (group_id) references groups."group" (group_id),
  constraint past_evening_signed_up_check check (signed_up between 0 and 20000),
  constraint past_evening_came_check check (came between 0 and 20000),
  constraint past_evening_posture_check check (posture in ('free', 'fee', 'deposit', 'elsewhere')),
  constraint past_evening_source_check check (source in ('typed', 'import'))
);
