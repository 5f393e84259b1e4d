-- A seat held for an address nobody has proved is kept apart from where people stand: whoever types an address changes nothing
-- of what its owner has, and it counts the same whether that is a seat, a place in line or nothing at all.
create table events.hold (
  group_id uuid not null,
  event_id uuid not null,
  person_id uuid not null,
  party smallint not null default 1,
  until timestamptz not null,
  constraint hold_pkey primary key (group_id, event_id, person_id),
  constraint hold_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id),
  constraint hold_party_check check (party between 1 and 10)
);
-- Read across groups: what has run out, and what a person leaves behind.
create index hold_until on events.hold (until);
create index hold_by_person on events.hold (person_id);

insert into events.hold (group_id, event_id, person_id, party, until)
  select group_id, event_id, person_id, party, held_until from events.enrolment where state = 'held';
delete from events.enrolment where state in ('held', 'lapsed');

drop index events.enrolment_held;
alter table events.enrolment drop constraint enrolment_held_check;
alter table events.enrolment drop constraint enrolment_state_check;
alter table events.enrolment add constraint enrolment_state_check check (
  state in ('interested', 'going', 'waitlisted', 'released')
);
alter table events.enrolment drop column held_until;
