-- The building list: who comes, for the entrance of a building that wants to know before. Sent once, then only those who came
-- to it later; forgotten a week after the evening.
create table door.building (
  group_id uuid not null,
  event_id uuid not null,
  contact_name text not null default '',
  contact_address text not null,
  -- so long before the start the list leaves
  lead_hours smallint not null,
  -- whether it wants names as they stand on an identity card; otherwise the name somebody is known by
  wants_id_name boolean not null,
  by_last_name boolean not null,
  set_by uuid,
  set_at timestamptz not null,
  constraint building_pkey primary key (group_id, event_id),
  constraint building_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id),
  constraint building_lead_hours_check check (lead_hours between 1 and 168)
);
create index building_by_setter on door.building (set_by) where set_by is not null;

-- A name as on an identity card, sealed: a copy of the database alone does not tell it.
create table door.id_name (
  group_id uuid not null,
  event_id uuid not null,
  person_id uuid not null,
  sealed text not null,
  given_at timestamptz not null,
  constraint id_name_pkey primary key (group_id, event_id, person_id),
  constraint id_name_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id)
);
create index id_name_by_person on door.id_name (person_id);

-- Who stood on which list that left: `part` 0 is the whole list, those after it name who came to it later.
create table door.listed (
  group_id uuid not null,
  event_id uuid not null,
  person_id uuid not null,
  part smallint not null,
  heads smallint not null,
  at timestamptz not null,
  constraint listed_pkey primary key (group_id, event_id, person_id),
  constraint listed_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id)
);
create index listed_by_person on door.listed (person_id);
