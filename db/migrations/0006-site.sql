-- The site: the texts a server owes its visitors, who runs it, and how close a word somebody typed is to what is there.
create schema if not exists site;

-- What the keeper wrote in place of the text that comes with the program. Reference table.
create table site.text (
  name text not null,
  lang text not null,
  -- Markdown
  body text not null,
  changed_at timestamptz not null,
  constraint text_pkey primary key (name, lang),
  constraint text_name_check check (name in ('imprint', 'privacy')),
  constraint text_body_check check (char_length(body) between 1 and 40000)
);

-- Who runs this server, in one row: both texts name them, in every language. Reference table.
create table site.operator (
  operator_id smallint not null default 1,
  name text not null,
  -- several lines
  address text not null,
  mail text not null,
  changed_at timestamptz not null,
  constraint operator_pkey primary key (operator_id),
  constraint operator_once check (operator_id = 1)
);

-- How close `word` comes to something in `text`, 0 to 1: by trigrams, so that "Milwakee" finds Milwaukee.
-- A server without pg_trgm, or a user who may not add it, gets a search that wants every letter right. Once pg_trgm is
-- there, `create or replace function` with the first body below is all it takes.
do $$
declare
  home text;
begin
  if not exists (select from pg_extension where extname = 'pg_trgm')
     and exists (select from pg_available_extensions where name = 'pg_trgm') then
    begin
      execute 'create extension if not exists pg_trgm with schema site';
    exception when insufficient_privilege then
      raise notice 'pg_trgm may not be added by this user: searches will not forgive typing mistakes';
    end;
  end if;
  select n.nspname into home
    from pg_extension e join pg_namespace n on n.oid = e.extnamespace where e.extname = 'pg_trgm';
  if home is not null then
    execute format(
      'create function site.closeness(word text, txt text) returns real language sql immutable parallel safe
       return %I.word_similarity(word, txt)', home);
  else
    create function site.closeness(word text, txt text) returns real language sql immutable parallel safe
      return case when position(lower(word) in lower(txt)) > 0 then 1 else 0 end::real;
  end if;
end
$$;
