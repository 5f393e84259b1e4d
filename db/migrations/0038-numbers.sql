-- What is eaten at an evening: how it is ordered, and what was ordered, so that the next order learns from what was left.
create table numbers.meal (
  group_id uuid not null,
  event_id uuid not null,
  -- on so many evenings of a hundred the order is to be enough
  enough smallint not null default 80,
  -- speakers and helpers who eat and have no seat
  helpers smallint not null default 0,
  kind text not null default 'pizza',
  -- of one portion, in hundredths of the currency; null: nobody said
  cost_cents integer,
  currency text,
  -- the last day the supplier takes an order
  order_on date,
  -- portions that were ordered
  ordered integer,
  changed_at timestamptz not null,
  constraint meal_pkey primary key (group_id, event_id),
  constraint meal_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id),
  constraint meal_enough_check check (enough between 50 and 95),
  constraint meal_helpers_check check (helpers between 0 and 99),
  constraint meal_kind_check check (kind in ('pizza', 'portions')),
  constraint meal_cost_check check (cost_cents between 1 and 10000000 and (cost_cents is null) = (currency is null)),
  constraint meal_ordered_check check (ordered between 0 and 20000)
);
