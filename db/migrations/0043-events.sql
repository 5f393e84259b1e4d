-- Who is known at an evening no more: a name from elsewhere that was taken off, somebody who erased themselves. Phones at the door
-- that know them have to hear it. Gone two weeks after the evening.
create table events.unlisted (
  group_id uuid not null,
  event_id uuid not null,
  guest_id uuid not null,
  unlisted_at timestamptz not null,
  constraint unlisted_pkey primary key (group_id, event_id, guest_id),
  constraint unlisted_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id)
);
