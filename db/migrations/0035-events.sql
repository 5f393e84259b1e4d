-- Which evenings are on right now, without looking at all that ever were.
create index concurrently event_on on events.event using gist (tstzrange(starts_at, ends_at)) where stage <> 'draft';
