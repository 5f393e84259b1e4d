-- Venues: the places evenings are held at. They belong to no group: many use them, and a few people look after each.
create schema venues;

create table venues.venue (
  venue_id uuid not null,
  slug text not null,
  name text not null,
  address text not null default '',
  city text not null,
  zone text not null,
  latitude double precision,
  longitude double precision,
  -- how many people the fire code lets into the room
  capacity integer,
  -- how to get in, a line by question; what nobody answered is not there
  arrival jsonb not null default '{}',
  -- 'yes' or 'no' by fact; what nobody said is not there, and pages say "ask us"
  access jsonb not null default '{}',
  access_note text not null default '',
  -- whom organisers ask at the house; forgotten on that day unless somebody says it again
  contact_name text not null default '',
  contact_reach text not null default '',
  contact_until timestamptz,
  -- what two spellings have in common: for finding, and for finding the same one twice
  name_key text not null,
  city_key text not null,
  search_key text not null,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  constraint venue_pkey primary key (venue_id),
  constraint venue_slug_key unique (slug),
  constraint venue_capacity_check check (capacity > 0),
  constraint venue_position_check check ((latitude is null) = (longitude is null))
);
create index venue_alike on venues.venue (city_key, name_key);
create index venue_in_order on venues.venue (name_key, venue_id);
create index venue_contacts on venues.venue (contact_until) where contact_until is not null;

-- Who looks after a venue: writes what stands there, and hears what others know better.
create table venues.caretaker (
  venue_id uuid not null,
  person_id uuid not null,
  since timestamptz not null,
  constraint caretaker_pkey primary key (venue_id, person_id),
  constraint caretaker_venue_fkey foreign key (venue_id) references venues.venue (venue_id)
);
create index caretaker_by_person on venues.caretaker (person_id);

-- Which venues a group chooses from when it plans an evening.
create table venues.used (
  group_id uuid not null,
  venue_id uuid not null,
  used_at timestamptz not null,
  -- the venue as it is, without its contact: it goes along when the group leaves the server
  card jsonb not null,
  constraint used_pkey primary key (group_id, venue_id),
  constraint used_group_fkey foreign key (group_id) references groups."group" (group_id)
);
create index used_by_venue on venues.used (venue_id);
