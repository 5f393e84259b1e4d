-- Files of guests a group had elsewhere: the file while it is looked through, and whom of it one may invite, once.

-- A file an organiser handed in, until it is brought in, dropped, or a day old. No foreign key to whoever did: an erased
-- person is heard in src/reactions.ts.
create table numbers.handed_in (
  group_id uuid not null,
  file_id uuid not null,
  person_id uuid not null,
  file_name text not null,
  bytes bytea not null,
  at timestamptz not null,
  constraint handed_in_pkey primary key (group_id, file_id),
  constraint handed_in_group_fkey foreign key (group_id) references groups."group" (group_id)
);
create index handed_in_by_person on numbers.handed_in (person_id);
create index handed_in_by_age on numbers.handed_in (at);

-- Somebody from such a file who has an address: unclaimed until they come here themselves. Gone after 60 days at the latest.
create table numbers.contact (
  group_id uuid not null,
  contact_id uuid not null,
  address text not null,
  -- as in people.person: one mailbox, one contact
  address_key text not null,
  name text not null,
  brought_at timestamptz not null,
  invited_at timestamptz,
  constraint contact_pkey primary key (group_id, contact_id),
  constraint contact_group_fkey foreign key (group_id) references groups."group" (group_id),
  constraint contact_address_key unique (group_id, address_key)
);
create index contact_by_address on numbers.contact (address_key);
create index contact_by_age on numbers.contact (brought_at);

-- Who was invited before, as a keyed hash that names nobody: the same list brought in again must not mail them again.
-- Gone after two years.
create table numbers.invited (
  group_id uuid not null,
  digest bytea not null,
  invited_at timestamptz not null,
  constraint invited_pkey primary key (group_id, digest),
  constraint invited_group_fkey foreign key (group_id) references groups."group" (group_id)
);
create index invited_by_age on numbers.invited (invited_at);
