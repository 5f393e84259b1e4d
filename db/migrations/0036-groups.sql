-- Words of a search in the names and places of groups; the countries that have any.
create index concurrently group_words on groups."group" using gin (to_tsvector('simple', name_key || ' ' || place_key));
create index concurrently group_country on groups."group" (country) where country is not null;
