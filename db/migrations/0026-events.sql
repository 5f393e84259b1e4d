-- An evening at a venue, and what its guests were told of it: written over while the evening is ahead, kept once it is over.
alter table events.event add column venue_id uuid;
alter table events.event add column venue_told jsonb;
create index event_by_venue on events.event (venue_id, starts_at) where venue_id is not null;
