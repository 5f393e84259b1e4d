-- Parts of words in the titles and places of evenings, without reading every one.
create index concurrently event_parts on events.event using gin (kit.word_parts(title || ' ' || place_name));
