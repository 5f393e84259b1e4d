-- Where somebody stands goes on to the night and the morning after: let in at the door, came without a seat, did not come.
-- Rows that are there stay as they are; whether a seat was given back late is known from here on.

alter table events.enrolment drop constraint enrolment_state_check;
alter table events.enrolment add constraint enrolment_state_check check (
  state in ('entered', 'interested', 'offered', 'going', 'waitlisted', 'released', 'checked_in', 'missed', 'walked_in', 'excused')
);

-- A seat given back later than a day before; of any other row false.
alter table events.enrolment add column late boolean not null default false;
-- Of somebody in the room without a seat: where they stood before, to which they go back when that was a mistake.
alter table events.enrolment add column came_from text;
alter table events.enrolment add column came_place integer;
alter table events.enrolment add constraint enrolment_came_check check (
  (state = 'walked_in') = (came_from is not null)
  and (came_place is null or came_from is not distinct from 'waitlisted')
  and (came_from is null or came_from in ('entered', 'interested', 'waitlisted', 'released'))
);

alter table events.enrolment_log add column late boolean not null default false;
