-- What the kit itself keeps.
create schema if not exists kit;

-- Answers by request key (reference table). Swept after two days.
create table kit.answer (
  key text not null,
  answer jsonb not null,
  created_at timestamptz not null default now(),
  constraint answer_pkey primary key (key)
);
-- Rows arrive in order of time, so a block range index is enough for the sweep and costs a rush nothing.
create index answer_created_at on kit.answer using brin (created_at);

create table kit.fact (
  name text not null,
  value jsonb not null,
  changed_at timestamptz not null default now(),
  constraint fact_pkey primary key (name)
);
