// The words of a search as conditions over evenings (`e`) and groups (`g`): every word has to be found somewhere.
import { type RawBuilder, sql } from 'kysely';
import { countriesNamed } from './countries.ts';
import { CLOSE_ENOUGH, CLOSE_LEAST, type SearchWord } from './rules.ts';

type Condition = RawBuilder<boolean>;

/** Every word in the group's name, place, country or first sentence. */
export function groupMatches(words: readonly SearchWord[]): Condition {
  return every(words.map((word) => sql<boolean>`(${inGroup(word)})`));
}

/** The same, with typing mistakes forgiven in name and place. */
export function groupIsClose(words: readonly SearchWord[]): Condition {
  return every(words.map((word) => sql<boolean>`(${inGroup(word)} or ${closeToGroup(word)})`));
}

/** Every word begins one of the evening's text or is a part of its title or place (the indexes `event_search`, `event_parts`). */
export function eveningHasWords(words: readonly SearchWord[]): Condition {
  return every(words.map(eveningHas));
}

/** The group has one of the words and its evening or itself the others (the index `group_parts` finds the groups). */
export function groupHasWords(words: readonly SearchWord[]): Condition {
  const some = sql.join(words.map(groupHas), sql` or `);
  return sql`(${some}) and ${every(words.map((word) => sql<boolean>`(${eveningHas(word)} or ${groupHas(word)})`))}`;
}

function eveningHas({ raw }: SearchWord): Condition {
  return sql`(e.search @@ ${prefix(raw)} or kit.word_parts(e.title || ' ' || e.place_name) @@ ${wordPart(raw)})`;
}

function groupHas({ key }: SearchWord): Condition {
  const codes = countriesNamed(key);
  const country = codes.length > 0 ? sql`or g.country = any(${codes})` : sql``;
  return sql`(kit.word_parts(g.name_key || ' ' || g.place_key) @@ ${wordPart(key)} ${country})`;
}

/** Every word somewhere, as a part of others too, in the evening's title, text or place, or in its group's name, place or country. */
export function eveningMatches(words: readonly SearchWord[]): Condition {
  return every(words.map((word) => sql<boolean>`(${inEvening(word)} or ${inGroupName(word)})`));
}

/** The same, with typing mistakes and accents forgiven in titles, names and places. */
export function eveningIsClose(words: readonly SearchWord[]): Condition {
  const titled = folded(sql`e.title || ' ' || e.place_name`);
  const close = (word: SearchWord) => sql`(${closeToGroup(word)} or ${isClose(word.key, titled)})`;
  return every(words.map((word) => sql<boolean>`(${inEvening(word)} or ${inGroupName(word)} or ${close(word)})`));
}

function every(conditions: Condition[]): Condition {
  return conditions.length > 0 ? sql`(${sql.join(conditions, sql` and `)})` : sql`true`;
}

function inEvening({ raw }: SearchWord): Condition {
  // Full text finds the beginnings of words anywhere; scripts that leave no gaps between words need the second half.
  return sql`(e.search @@ ${prefix(raw)} or lower(e.title) like ${part(raw)} or lower(e.place_name) like ${part(raw)})`;
}

function inGroup(word: SearchWord): Condition {
  return sql`(${inGroupName(word)} or to_tsvector('simple', g.name || ' ' || g.place || ' ' || g.lead) @@ ${prefix(word.raw)})`;
}

function inGroupName({ key }: SearchWord): Condition {
  const codes = countriesNamed(key);
  const country = codes.length > 0 ? sql`or g.country = any(${codes})` : sql``;
  return sql`(g.name_key like ${part(key)} or g.place_key like ${part(key)} ${country})`;
}

function closeToGroup({ key }: SearchWord): Condition {
  return isClose(key, sql`g.name_key || ' ' || g.place_key`);
}

function isClose(word: string, text: RawBuilder<unknown>): Condition {
  if (word.length < CLOSE_LEAST) return sql`false`;
  return sql`site.closeness(${word}, ${text}) >= ${CLOSE_ENOUGH}`;
}

/** As `compareKey` writes it, but for punctuation. */
function folded(text: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`replace(regexp_replace(normalize(lower(${text}), nfkd), ${'[\u0300-\u036f\u3099\u309a]'}, '', 'g'), 'ß', 'ss')`;
}

// Each word is a `select` of its own: worked out once, and unseen by the planner, so that one plan serves every word.

/** Words hold letters, marks and digits only, so nothing in them is an operator; the quotes keep it so. */
function prefix(raw: string): RawBuilder<unknown> {
  return sql`(select to_tsquery('simple', ${`'${raw}':*`}))`;
}

/** As `kit.word_parts` cuts them: forty letters at most, and not parsed, so that no dictionary takes a word apart. */
function wordPart(word: string): RawBuilder<unknown> {
  return sql`(select ${`'${[...word].slice(0, 40).join('')}':*`}::tsquery)`;
}

function part(word: string): RawBuilder<unknown> {
  return sql`(select ${`%${word}%`}::text)`;
}
