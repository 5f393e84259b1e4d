-- People, how they prove their address, and where they are signed in. Reference tables: a person belongs to no group.
create schema people;

create table people.person (
  person_id uuid not null,
  -- as typed, the host in ASCII; codes go here and nowhere else
  address text not null,
  -- what makes two addresses the same one
  address_key text not null,
  -- '' until somebody who proved the address said it
  name text not null default '',
  pronouns text not null default '',
  languages text[] not null default '{}',
  lang text not null,
  zone text,
  is_keeper boolean not null default false,
  created_at timestamptz not null,
  -- when a code was last asked for; who never proves is forgotten a day later
  asked_at timestamptz not null,
  proved_at timestamptz,
  constraint person_pkey primary key (person_id),
  constraint person_address_key unique (address_key),
  constraint person_keeper_proved check (proved_at is not null or not is_keeper)
);
create index person_unproved on people.person (asked_at) where proved_at is null;
create index person_keeper on people.person (person_id) where is_keeper;

-- A code that was mailed and not typed yet. Only hashes: a copy of the database signs nobody in.
create table people.challenge (
  challenge_id uuid not null,
  person_id uuid not null,
  purpose text not null,
  -- where the code went; differs from the person's address only when that is to change
  address text not null,
  address_key text not null,
  -- held by the browser that asked; worth nothing without the code
  token_hash bytea not null,
  -- stands in the mail only; enough by itself, once somebody presses the button behind it
  link_hash bytea,
  code_hash bytea not null,
  -- what was typed along with this address, believed only by whoever proves this challenge
  name text not null default '',
  lang text not null,
  next text not null,
  mail jsonb not null default '{}',
  mailings smallint not null default 1,
  tries smallint not null default 0,
  made_at timestamptz not null,
  ends_at timestamptz not null,
  constraint challenge_pkey primary key (challenge_id),
  constraint challenge_token_key unique (token_hash),
  constraint challenge_link_key unique (link_hash),
  constraint challenge_person_fkey foreign key (person_id) references people.person (person_id) on delete cascade,
  constraint challenge_purpose_check check (
    purpose in ('signin', 'seat', 'keeper', 'invitation', 'address', 'erase')
  )
);
create index challenge_by_address on people.challenge (address_key);
create index challenge_by_person on people.challenge (person_id);
create index challenge_ends_at on people.challenge (ends_at);

create table people.session (
  session_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  -- 'Firefox', 'Android': what the browser said it is, cut down to what a person recognises
  browser text not null default '',
  system text not null default '',
  started_at timestamptz not null,
  -- to the day
  seen_at timestamptz not null,
  -- when a code was last typed in it
  proved_at timestamptz not null,
  ends_at timestamptz not null,
  constraint session_pkey primary key (session_id),
  constraint session_token_key unique (token_hash),
  constraint session_person_fkey foreign key (person_id) references people.person (person_id) on delete cascade
);
create index session_by_person on people.session (person_id, session_id);
create index session_ends_at on people.session (ends_at);
