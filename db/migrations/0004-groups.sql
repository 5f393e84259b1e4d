-- Groups, who belongs to them and who runs them. Everything of a group carries group_id first.
create schema if not exists groups;

create table groups."group" (
  group_id uuid not null,
  -- the address in use; groups.slug keeps it unique over all groups
  slug text not null,
  name text not null,
  place text not null default '',
  -- name and place as they are compared: no case, no accents, no punctuation
  name_key text not null,
  place_key text not null,
  country char(2),
  latitude double precision,
  longitude double precision,
  zone text not null,
  -- what the evenings are held in, BCP 47
  language text not null,
  color text not null,
  -- Markdown, and its first words for lists and descriptions
  about text not null default '',
  lead text not null default '',
  website text,
  -- the mark itself is in groups.mark, so that reading a group stays narrow
  mark_kind text,
  mark_hash text,
  state text not null default 'active',
  -- which row of groups.conduct holds
  conduct_version integer,
  founded_on date,
  created_at timestamptz not null,
  constraint group_pkey primary key (group_id),
  constraint group_name check (char_length(name) between 1 and 160),
  constraint group_color check (color ~ '^#[0-9a-f]{6}$'),
  constraint group_about check (char_length(about) <= 20000),
  constraint group_state check (state in ('active', 'unclaimed')),
  constraint group_mark check ((mark_kind is null) = (mark_hash is null)),
  constraint group_coordinates check ((latitude is null) = (longitude is null))
);
create index group_name_key on groups."group" (name_key);
create index group_website on groups."group" (website) where website is not null;

-- Reference table: addresses are unique over all groups, and an old one keeps leading to its group.
create table groups.slug (
  slug text not null,
  group_id uuid not null,
  since timestamptz not null,
  constraint slug_pkey primary key (slug),
  constraint slug_shape check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 60)
);

-- Reference table: which row of which list a group was read from, so that reading the list again makes no second one.
create table groups.source (
  source text not null,
  source_key text not null,
  group_id uuid not null,
  constraint source_pkey primary key (source, source_key)
);
create index source_group on groups.source (group_id);

create table groups.mark (
  group_id uuid not null,
  kind text not null,
  hash text not null,
  bytes bytea not null,
  -- the same as a square picture of 512 px, for mails and previews
  png bytea not null,
  set_at timestamptz not null,
  constraint mark_pkey primary key (group_id),
  constraint mark_group foreign key (group_id) references groups."group" (group_id),
  constraint mark_kind check (kind in ('svg', 'png')),
  constraint mark_size check (octet_length(bytes) <= 2000000 and octet_length(png) <= 2000000)
);

-- No foreign key to people anywhere here: an erased person is heard in src/reactions.ts, not cascaded.
create table groups.member (
  group_id uuid not null,
  person_id uuid not null,
  joined_at timestamptz not null,
  -- mails wanted, by kind
  announced boolean not null default true,
  opened boolean not null default true,
  constraint member_pkey primary key (group_id, person_id),
  constraint member_group foreign key (group_id) references groups."group" (group_id)
);
create index member_joined on groups.member (group_id, joined_at desc, person_id desc);
create index member_person on groups.member (person_id);

create table groups.organiser (
  group_id uuid not null,
  person_id uuid not null,
  role text not null,
  since timestamptz not null,
  -- the name stands on the group's page
  is_shown boolean not null default false,
  constraint organiser_pkey primary key (group_id, person_id),
  constraint organiser_group foreign key (group_id) references groups."group" (group_id),
  constraint organiser_role check (role in ('owner', 'organiser', 'door'))
);
create index organiser_person on groups.organiser (person_id);

create table groups.invitation (
  group_id uuid not null,
  invitation_id uuid not null,
  address text not null,
  role text not null,
  -- SHA-256 of what travels in the mail
  token_hash bytea not null,
  invited_by uuid,
  invited_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  ended text,
  constraint invitation_pkey primary key (group_id, invitation_id),
  constraint invitation_token unique (group_id, token_hash),
  constraint invitation_group foreign key (group_id) references groups."group" (group_id),
  constraint invitation_role check (role in ('owner', 'organiser', 'door')),
  constraint invitation_ended check ((ended_at is null) = (ended is null) and ended in ('accepted', 'revoked', 'replaced'))
);

-- The code of conduct, each version kept: who took a seat accepted the one that held then.
create table groups.conduct (
  group_id uuid not null,
  version integer not null,
  -- key of a bundled text, or null for the group's own
  bundled text,
  own_text text,
  -- [{ "name", "address" }], at most two
  contacts jsonb not null default '[]',
  set_at timestamptz not null,
  set_by uuid,
  constraint conduct_pkey primary key (group_id, version),
  constraint conduct_group foreign key (group_id) references groups."group" (group_id),
  constraint conduct_text check ((bundled is null) <> (own_text is null) and char_length(own_text) <= 40000)
);

create table groups.claim (
  group_id uuid not null,
  claim_id uuid not null,
  person_id uuid not null,
  says text not null,
  made_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  answer text,
  constraint claim_pkey primary key (group_id, claim_id),
  constraint claim_group foreign key (group_id) references groups."group" (group_id),
  constraint claim_answer check ((answered_at is null) = (answer is null) and answer in ('granted', 'declined'))
);
create unique index claim_once on groups.claim (group_id, person_id) where answered_at is null;
create index claim_waiting on groups.claim (made_at, claim_id) where answered_at is null;
create index claim_person on groups.claim (person_id);

-- Who did what when. Rows are only ever added; an erased person's rows lose the name, not the fact.
create table groups.audit (
  group_id uuid not null,
  audit_id uuid not null,
  at timestamptz not null,
  person_id uuid,
  -- done by no person: a list that was read, a rule that ran
  is_server boolean not null default false,
  what text not null,
  about jsonb not null default '{}',
  constraint audit_pkey primary key (group_id, audit_id),
  constraint audit_group foreign key (group_id) references groups."group" (group_id)
);
create index audit_person on groups.audit (person_id);
