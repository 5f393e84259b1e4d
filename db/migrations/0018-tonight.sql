-- The night itself and the morning after: what is shown to the room, how late it runs, who is there, and whom was told what.
create schema tonight;

-- What an evening's slides say beside what is known of it anyway. Typed once; the next evening at the same place begins with it.
create table tonight.opener (
  group_id uuid not null,
  event_id uuid not null,
  wifi_name text not null default '',
  wifi_password text not null default '',
  toilets text not null default '',
  exits text not null default '',
  photos text not null default 'ask',
  photo_note text not null default '',
  speak text not null default '',
  -- who helped, by name, as the organisers typed it
  thanks text not null default '',
  -- one more line each
  more text not null default '',
  -- keys of slides that are left out
  hidden text[] not null default '{}',
  changed_at timestamptz not null,
  constraint opener_pkey primary key (group_id, event_id),
  constraint opener_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id),
  constraint opener_photos_check check (photos in ('ask', 'fine', 'none'))
);

-- "We start ten minutes late": from this moment on, what has not begun is so many minutes later than planned. The plan stays.
create table tonight.delay (
  group_id uuid not null,
  event_id uuid not null,
  -- made by the page, so that a tap that is sent twice counts once
  delay_id uuid not null,
  at timestamptz not null,
  minutes smallint not null,
  constraint delay_pkey primary key (group_id, event_id, delay_id),
  constraint delay_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id),
  constraint delay_minutes_check check (minutes between -600 and 600)
);

-- Who of the team is there. Gone two weeks after the evening.
create table tonight.presence (
  group_id uuid not null,
  event_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  constraint presence_pkey primary key (group_id, event_id, person_id),
  constraint presence_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id)
);
create index presence_by_person on tonight.presence (person_id);

-- A word to everybody coming, on the night.
create table tonight.word (
  group_id uuid not null,
  event_id uuid not null,
  word_id uuid not null,
  at timestamptz not null,
  text text not null,
  told integer not null,
  constraint word_pkey primary key (group_id, event_id, word_id),
  constraint word_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id)
);

-- The mail that thanks those who came. The key keeps it from going out twice.
create table tonight.thanks (
  group_id uuid not null,
  event_id uuid not null,
  text text not null,
  told integer not null,
  sent_at timestamptz not null,
  sent_by uuid,
  constraint thanks_pkey primary key (group_id, event_id),
  constraint thanks_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id)
);
create index thanks_by_sender on tonight.thanks (sent_by) where sent_by is not null;

-- The organisers were asked, once, for what nobody had noted by the next day.
create table tonight.asked (
  group_id uuid not null,
  event_id uuid not null,
  at timestamptz not null,
  constraint asked_pkey primary key (group_id, event_id),
  constraint asked_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id)
);
