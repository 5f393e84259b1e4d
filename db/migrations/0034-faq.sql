-- Questions and answers of a group, for sponsors, hosts, speakers and guests. What is not here is worded from the group's facts.
create schema faq;

-- One page per audience. Public while `published_at` stands.
create table faq.page (
  group_id uuid not null,
  audience text not null,
  published_at timestamptz,
  changed_at timestamptz not null,
  constraint page_pkey primary key (group_id, audience),
  constraint page_group_fkey foreign key (group_id) references groups."group" (group_id),
  constraint page_audience_check check (audience in ('guests', 'speakers', 'hosts', 'sponsors'))
);

-- What organisers changed of it, or added.
create table faq.answer (
  group_id uuid not null,
  audience text not null,
  -- of a proposed question its name; of the organisers' own one a number as text
  key text not null,
  position smallint not null,
  -- null: as proposed
  question text,
  -- null: from the group's facts, and again whenever somebody looks
  answer text,
  hidden boolean not null default false,
  constraint answer_pkey primary key (group_id, audience, key),
  constraint answer_page_fkey foreign key (group_id, audience) references faq.page (group_id, audience)
);
