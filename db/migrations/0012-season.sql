-- Notes for next time are kept with the morning after an evening, so they need no second place.
alter table season.evening drop column note, drop column noted_at, drop column noted_by;
