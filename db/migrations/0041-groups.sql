-- The same in the names and places of groups: what begins a word is found by it, too.
create index concurrently group_parts on groups."group" using gin (kit.word_parts(name_key || ' ' || place_key));
drop index concurrently groups.group_words;
