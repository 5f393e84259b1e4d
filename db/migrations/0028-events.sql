-- Sign-ups made elsewhere that came without an address: a name, how many, and where. They count as taken like anybody's seat.
create table events.elsewhere (
  group_id uuid not null,
  event_id uuid not null,
  signup_id uuid not null,
  -- '' once it is forgotten; how many they were stays.
  name text not null,
  party smallint not null default 1,
  source text not null default '',
  added_by uuid,
  added_at timestamptz not null,
  constraint elsewhere_pkey primary key (group_id, event_id, signup_id),
  constraint elsewhere_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id),
  constraint elsewhere_party_check check (party between 1 and 10)
);
create index elsewhere_by_adder on events.elsewhere (added_by) where added_by is not null;
