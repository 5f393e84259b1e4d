-- The door: phones that work it, what they saw, and who stands outside.
create schema door;

-- An evening's door. Whoever writes scans locks this row, so that their numbers follow each other without a gap.
create table door.list (
  group_id uuid not null,
  event_id uuid not null,
  -- how many scans there are: the number of the last one
  seq integer not null default 0,
  -- how many were in by the end, kept when the scans are forgotten
  heads integer,
  swept_at timestamptz,
  constraint list_pkey primary key (group_id, event_id),
  constraint list_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id)
);

-- A code that pairs one phone, once, within ten minutes. Typed without saying of which group, so it is unique over all.
create table door.pairing (
  code_hash bytea not null,
  -- of the link behind the picture of the code
  token_hash bytea not null,
  group_id uuid not null,
  event_id uuid not null,
  made_by uuid not null,
  made_at timestamptz not null,
  until timestamptz not null,
  constraint pairing_pkey primary key (code_hash),
  constraint pairing_token_key unique (token_hash)
);

-- A phone that works the door of one evening, and can do nothing else. Gone two weeks after the evening.
create table door.device (
  group_id uuid not null,
  device_id uuid not null,
  event_id uuid not null,
  -- which entrance, as whoever paired it called it
  name text not null,
  token_hash bytea not null,
  paired_at timestamptz not null,
  -- who made the code, or uses their own phone
  paired_by uuid,
  seen_at timestamptz not null,
  revoked_at timestamptz,
  constraint device_pkey primary key (group_id, device_id),
  constraint device_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id)
);
create index device_by_event on door.device (group_id, event_id);
create index device_by_pairer on door.device (paired_by) where paired_by is not null;

-- What the phones saw: rows are only ever added. An undo is a row that names the one it takes back.
create table door.scan (
  group_id uuid not null,
  event_id uuid not null,
  -- made by the phone, so that what is sent twice is there once
  scan_id uuid not null,
  seq integer not null,
  device_id uuid not null,
  kind text not null,
  -- whoever it was; no key to people, because a phone may have seen somebody who has left since
  person_id uuid,
  undoes uuid,
  name text not null default '',
  heads smallint not null,
  party smallint not null,
  -- by the clock of the phone
  at timestamptz not null,
  heard_at timestamptz not null,
  constraint scan_pkey primary key (group_id, event_id, scan_id),
  constraint scan_seq_key unique (group_id, event_id, seq),
  constraint scan_list_fkey foreign key (group_id, event_id) references door.list (group_id, event_id),
  constraint scan_kind_check check (kind in ('in', 'walk_in', 'undo')),
  constraint scan_shape_check check ((kind = 'undo') = (undoes is not null))
);
create index scan_by_guest on door.scan (group_id, event_id, person_id) where person_id is not null;
create index scan_by_person on door.scan (person_id) where person_id is not null;
create index scan_by_undone on door.scan (group_id, event_id, undoes) where undoes is not null;

-- "I'm outside": a guest at a locked entrance, until somebody fetches them. Gone with the evening.
create table door.outside (
  group_id uuid not null,
  event_id uuid not null,
  person_id uuid not null,
  -- where they stand, in their words
  place text not null default '',
  at timestamptz not null,
  fetched_at timestamptz,
  constraint outside_pkey primary key (group_id, event_id, person_id),
  constraint outside_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id)
);
create index outside_by_person on door.outside (person_id);
