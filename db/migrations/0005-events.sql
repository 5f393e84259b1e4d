-- Evenings, and who relates to them how. Everything is keyed by its group first, so that it can be spread by group.
create schema events;

create table events.event (
  group_id uuid not null,
  event_id uuid not null,
  slug text not null,
  title text not null,
  about text not null default '',
  language text not null,
  -- What organisers decided; what follows from the clock (open, closed, live, done) is worked out when it is read.
  stage text not null default 'draft',
  kind text not null default 'in_person',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  zone text not null,
  opens_at timestamptz not null,
  closes_at timestamptz not null,
  place_name text not null default '',
  place_address text not null default '',
  place_arrival text not null default '',
  online_url text,
  -- The room's legal limit, the door's hard stop. The seats offered are `tally.cap`; the two are never mixed.
  room_capacity integer,
  plus_ones smallint not null default 0,
  posture text not null default 'free',
  posture_note text not null default '',
  -- iCalendar SEQUENCE (RFC 5545 §3.8.7.4): up by one whenever time or place change.
  sequence integer not null default 0,
  created_by uuid,
  created_at timestamptz not null,
  announced_at timestamptz,
  opened_at timestamptz,
  cancelled_at timestamptz,
  cancelled_why text not null default '',
  -- Where an imported evening came from, and the counts it came with.
  source text,
  source_key text,
  source_url text,
  past_going integer,
  past_waiting integer,
  search tsvector generated always as (
    setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', place_name || ' ' || place_address), 'B')
    || setweight(to_tsvector('simple', left(about, 20000)), 'C')
  ) stored,
  constraint event_pkey primary key (group_id, event_id),
  constraint event_group_fkey foreign key (group_id) references groups."group" (group_id),
  constraint event_slug_key unique (group_id, slug),
  constraint event_source_key unique (group_id, source, source_key),
  constraint event_stage_check check (stage in ('draft', 'announced', 'open', 'closed', 'cancelled')),
  constraint event_kind_check check (kind in ('in_person', 'online', 'both')),
  constraint event_posture_check check (posture in ('free', 'fee', 'deposit', 'elsewhere')),
  constraint event_times_check check (ends_at > starts_at),
  constraint event_capacity_check check (room_capacity is null or room_capacity > 0)
);
create index event_by_start on events.event (group_id, starts_at);
-- Read across groups: what is on soon, and what is due to open.
create index event_starts on events.event (starts_at) where stage <> 'draft';
create index event_due on events.event (opens_at) where stage = 'announced';
create index event_search on events.event using gin (search);

-- The arbiter of seats: one narrow row per event and class that nothing points to, so that page views, check-ins and other
-- inserts never wait for it.
create table events.tally (
  group_id uuid not null,
  event_id uuid not null,
  class text not null default 'seat',
  cap integer not null,
  taken integer not null default 0,
  waiting integer not null default 0,
  next_place integer not null default 1,
  constraint tally_pkey primary key (group_id, event_id, class),
  constraint tally_cap_check check (cap >= 0),
  constraint tally_taken_check check (taken >= 0),
  constraint tally_waiting_check check (waiting >= 0)
);

-- One row for every way a person relates to an evening.
create table events.enrolment (
  group_id uuid not null,
  event_id uuid not null,
  person_id uuid not null,
  class text not null default 'seat',
  state text not null,
  -- The person and those they bring.
  party smallint not null default 1,
  -- Order on the waitlist, from the tally's counter.
  place integer,
  held_until timestamptz,
  via text not null,
  -- When they first asked, and when the state last changed.
  asked_at timestamptz not null,
  changed_at timestamptz not null,
  -- The version of the group's code of conduct that taking a seat accepted.
  conduct_version integer,
  -- What an organiser called somebody they added, until that person names themself.
  typed_name text,
  constraint enrolment_pkey primary key (group_id, event_id, person_id),
  constraint enrolment_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id),
  constraint enrolment_state_check check (
    state in ('interested', 'held', 'going', 'waitlisted', 'released', 'lapsed')
  ),
  constraint enrolment_party_check check (party between 1 and 10),
  constraint enrolment_place_check check ((state = 'waitlisted') = (place is not null)),
  constraint enrolment_held_check check ((state = 'held') = (held_until is not null))
);
create unique index enrolment_waitlist on events.enrolment (group_id, event_id, class, place) where place is not null;
create index enrolment_held on events.enrolment (group_id, event_id, held_until) where held_until is not null;
create index enrolment_by_person on events.enrolment (person_id, group_id, event_id);

-- Every change of a seat, for ever. Persons are named by id only: once erased, the id names nobody.
create table events.enrolment_log (
  group_id uuid not null,
  event_id uuid not null,
  log_id uuid not null,
  person_id uuid not null,
  actor_id uuid,
  from_state text,
  to_state text not null,
  party smallint not null,
  via text not null,
  at timestamptz not null,
  constraint enrolment_log_pkey primary key (group_id, event_id, person_id, log_id)
);

create function events.log_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'events.enrolment_log is append-only';
end
$$;
create trigger log_is_append_only before update or delete on events.enrolment_log
  for each row execute function events.log_is_append_only();

create table events.agenda_item (
  group_id uuid not null,
  event_id uuid not null,
  item_id uuid not null,
  position smallint not null,
  starts_at timestamptz not null,
  minutes smallint,
  type text not null,
  title text not null,
  who text not null default '',
  note text not null default '',
  constraint agenda_item_pkey primary key (group_id, event_id, item_id),
  constraint agenda_item_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id),
  constraint agenda_item_type_check check (
    type in ('doors', 'welcome', 'talk', 'lightning', 'sponsor_segment', 'break', 'workshop', 'discussion', 'unconference', 'social', 'other')
  )
);
create index agenda_item_in_order on events.agenda_item (group_id, event_id, position);
