-- One page for the team on the night. What is written to guests is kept among the messages of the events room, so the two
-- tables nothing was ever written to go.
drop table tonight.word;
drop table tonight.presence;

-- On the morning of the day organisers were mailed the way to the page of the night, once.
create table tonight.called (
  group_id uuid not null,
  event_id uuid not null,
  at timestamptz not null,
  constraint called_pkey primary key (group_id, event_id),
  constraint called_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id)
);
