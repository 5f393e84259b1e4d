-- A phone of somebody in the team works the door only as long as they are in it; one that was let in by a code is another's.
alter table door.device add column is_own boolean not null default false;
