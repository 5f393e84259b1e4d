-- The outbox: a mail is a row, written in the transaction it tells about (docs/decisions/0002-mail-outbox.md).
-- Reference tables: a campaign's progress and a stream's order are asked over all groups.
create table kit.mail (
  mail_id uuid not null,
  -- '<room>.<name>', worded when it leaves
  template text not null,
  to_address text not null,
  -- no foreign key: erasing a person is heard by the kit, not cascaded into it
  person_id uuid,
  lang text not null,
  -- emptied as soon as the mail has left or never will
  args jsonb not null default '{}',
  -- mails of one stream leave in order
  stream text,
  -- one announcement to many; its progress is a count
  campaign text,
  -- 0 sign-in code, 10 own seat, 50 news
  priority smallint not null default 10,
  state text not null default 'waiting',
  attempts integer not null default 0,
  -- not before this moment, and its place in the line
  due_at timestamptz not null,
  -- set while it is being sent, and after a failure: not again before this moment
  retry_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  sent_at timestamptz,
  -- a code, never an address or a server's sentence
  last_error text,
  message_id text,
  constraint mail_pkey primary key (mail_id),
  constraint mail_state check (state in ('waiting', 'sent', 'failed', 'dropped')),
  constraint mail_one_line check (to_address !~ '[[:cntrl:][:space:]]')
);
create index mail_line on kit.mail (priority, due_at, mail_id) where state = 'waiting';
create index mail_stream on kit.mail (stream, due_at, mail_id) where state = 'waiting' and stream is not null;
create index mail_sent_at on kit.mail (sent_at) where state = 'sent';
create index mail_campaign on kit.mail (campaign, state) where campaign is not null;
create index mail_person on kit.mail (person_id) where person_id is not null;
create index mail_created_at on kit.mail using brin (created_at);

-- Addresses that bounced for good, as hashes: enough to stop writing to them, too little to read a list from.
create table kit.mail_suppression (
  address_hash text not null,
  reason text not null,
  since timestamptz not null default now(),
  constraint mail_suppression_pkey primary key (address_hash)
);
