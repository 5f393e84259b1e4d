-- Nobody can do it before sign-up is open: such a task is due a day after that at the earliest, and follows it.
alter table season.task add column after_opening boolean not null default false;
