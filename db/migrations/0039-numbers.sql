-- What guests cannot eat: asked only where an evening's organisers say so, sealed, and forgotten two weeks after it.

-- Guests of this evening are asked; beside organisers one more of the team may read what they said.
create table numbers.kitchen (
  group_id uuid not null,
  event_id uuid not null,
  food_person uuid,
  asked_at timestamptz not null,
  constraint kitchen_pkey primary key (group_id, event_id),
  constraint kitchen_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id)
);
create index kitchen_by_food_person on numbers.kitchen (food_person) where food_person is not null;

-- What one guest said, sealed: a copy of the database alone does not tell it.
create table numbers.diet (
  group_id uuid not null,
  event_id uuid not null,
  person_id uuid not null,
  sealed text not null,
  given_at timestamptz not null,
  constraint diet_pkey primary key (group_id, event_id, person_id),
  constraint diet_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id)
);
create index diet_by_person on numbers.diet (person_id);
