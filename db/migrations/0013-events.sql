-- The night and the morning after: the number at the door, where the slides are, and what the organisers know the next day.

-- Shown to guests with a seat from two days before the start until the end, and to the team.
alter table events.event add column door_number text not null default '';
-- How many came, copied from morning_after where the door list was complete: what no page may guess stays null.
alter table events.event add column came integer;

-- Where the slides of a talk are: a link, typed in after the evening.
alter table events.agenda_item add column slides_url text;

create table events.morning_after (
  group_id uuid not null,
  event_id uuid not null,
  -- whether the list at the door was kept for the whole door time; only 'yes' makes the count reliable
  door_list text not null,
  came integer,
  food_left text,
  -- for next time; the organisers' own
  remember text not null default '',
  answered_at timestamptz not null,
  answered_by uuid,
  changed_at timestamptz not null,
  constraint morning_after_pkey primary key (group_id, event_id),
  constraint morning_after_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id),
  constraint morning_after_door_list_check check (door_list in ('yes', 'partly', 'no')),
  constraint morning_after_came_check check (came >= 0),
  constraint morning_after_food_check check (food_left in ('no_food', 'none_early', 'just_right', 'quarter', 'half')),
  constraint morning_after_remember_check check (char_length(remember) <= 5000)
);
create index morning_after_answered_by on events.morning_after (answered_by) where answered_by is not null;
