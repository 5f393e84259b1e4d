-- What organisers ask their guests: what for, who may read the answers, and until when they are kept.
create table events.question (
  group_id uuid not null,
  event_id uuid not null,
  question_id uuid not null,
  position integer not null,
  label text not null,
  -- what the answer is for, shown to whoever is asked
  purpose text not null,
  kind text not null,
  -- of a choice: what there is to choose from
  options text[] not null default '{}',
  is_required boolean not null,
  -- answers lie sealed, and whoever opens them stands in the log of the group
  is_private boolean not null,
  readers text not null,
  -- answers are deleted so many days after the end of the evening
  kept_days smallint not null,
  constraint question_pkey primary key (group_id, event_id, question_id),
  constraint question_event_fkey foreign key (group_id, event_id) references events.event (group_id, event_id),
  constraint question_kind_check check (kind in ('text', 'choice', 'yes_no')),
  constraint question_readers_check check (readers in ('organisers', 'team')),
  constraint question_kept_days_check check (kept_days between 1 and 366),
  constraint question_label_check check (char_length(label) between 1 and 200),
  constraint question_purpose_check check (char_length(purpose) between 1 and 300)
);

-- What a guest answered. Of a private question it is kept sealed only: a copy of the database alone does not tell it.
create table events.answer (
  group_id uuid not null,
  event_id uuid not null,
  question_id uuid not null,
  person_id uuid not null,
  answer text,
  sealed text,
  answered_at timestamptz not null,
  constraint answer_pkey primary key (group_id, event_id, question_id, person_id),
  constraint answer_question_fkey foreign key (group_id, event_id, question_id)
    references events.question (group_id, event_id, question_id),
  constraint answer_sealed_check check ((answer is null) <> (sealed is null)),
  constraint answer_answer_check check (char_length(answer) between 1 and 500)
);
create index answer_by_person on events.answer (person_id);
