-- Leaving and coming back: which groups came from an archive, who came along with them, and which backups were made.
create schema archive;

-- A group that was brought in. The same archive again finds its row here and changes nothing.
create table archive.move_in (
  group_id uuid not null,
  -- SHA-256 of the archive's table of contents
  digest bytea not null,
  -- the server it was taken from
  origin text not null,
  taken_at timestamptz not null,
  arrived_at timestamptz not null,
  -- no foreign key: an erased person is heard in src/reactions.ts. Null: the command line, or somebody who has left
  brought_by uuid,
  constraint move_in_pkey primary key (group_id, digest)
);
create index move_in_digest on archive.move_in (digest);
create index move_in_brought_by on archive.move_in (brought_by) where brought_by is not null;

-- Who proved their address where the group comes from, and has yet to prove it here. Gone as soon as they sign in.
create table archive.newcomer (
  group_id uuid not null,
  person_id uuid not null,
  arrived_at timestamptz not null,
  constraint newcomer_pkey primary key (group_id, person_id)
);
create index newcomer_person on archive.newcomer (person_id);

-- Backups of the whole server, as they ended. Reference table: they belong to no group.
create table archive.backup (
  backup_id uuid not null,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  -- asked for by the clock, not by a command
  is_scheduled boolean not null,
  -- the file's name, never its folder
  file_name text not null,
  bytes bigint,
  -- a code, and never what a file system said in its own words
  went_wrong text,
  constraint backup_pkey primary key (backup_id),
  constraint backup_ended check ((bytes is null) = (went_wrong is not null))
);
