-- Nobody can do it before sign-up is open: such a task is due a day after that at the earliest, and follows it.
alter table season.task add column after_opening boolean not null default false;
-- What the program sees being done, and ticks.
alter table season.task add column ticked_by text
  constraint task_ticked_by_check check (ticked_by in ('announced', 'thanked'));
