-- Names from elsewhere that were taken off: phones at the door that know them have to hear it. Gone when the names are forgotten.
create table events.elsewhere_dropped (
  group_id uuid not null,
  event_id uuid not null,
  signup_id uuid not null,
  dropped_at timestamptz not null,
  constraint elsewhere_dropped_pkey primary key (group_id, event_id, signup_id),
  constraint elsewhere_dropped_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id)
);
