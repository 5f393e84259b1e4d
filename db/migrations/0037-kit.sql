-- The words of a text and all their endings, for an index: what begins one of them stands somewhere in a word, so "treffen" is
-- found in "Anwendertreffen", and a word in a script that leaves no gaps. Two letters are the least, forty the most.
create function kit.word_parts(txt text) returns tsvector language sql immutable parallel safe return (
  select coalesce(array_to_tsvector(array_agg(distinct left(substr(word, start), 40))), ''::tsvector)
  from regexp_split_to_table(lower(txt), '[\s!-/:-@\[-`{-~]+') as word,
    generate_series(1, greatest(length(word) - 1, 1)) as start
  where word <> '');
