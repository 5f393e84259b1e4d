// A group's questions and answers as they stand: read, and written over.
import { audit, type Group } from '#groups';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { isLanguage, type Lang } from '#kit/words.ts';
import { faqFacts } from './facts.ts';
import { type Entry, type Kept, merged } from './merge-rules.ts';
import { proposedTo } from './questions.ts';
import { usualOf } from './rules.ts';
import { type Audience, audiences } from './tables.ts';

type Of = { group_id: Id<'groups.group'> };
type Told = { lang: Lang; origin: string; now: Instant };

export type Faq = {
  audience: Audience;
  published_at: Date | null;
  changed_at: Date | null;
  entries: Entry[];
};

/** Answers speak the group's language where we do, else the reader's. */
export const languageOfAnswers = ({ language }: Pick<Group, 'language'>, reader: Lang): Lang =>
  isLanguage(language) ? language : reader;

/** One audience's. Three statements at once. */
export async function faqOf(db: Db | Tx, group: Of, audience: Audience, told: Told): Promise<Faq> {
  const [one] = await faqsOf(db, group, told, [audience]);
  return one as Faq;
}

/** All of them, or some. */
export async function faqsOf(
  db: Db | Tx,
  { group_id }: Of,
  { lang, origin, now }: Told,
  which: readonly Audience[] = audiences,
): Promise<Faq[]> {
  const [facts, pages, kept] = await Promise.all([
    faqFacts(db, group_id, origin, now),
    db.selectFrom('faq.page').selectAll().where('group_id', '=', group_id).execute(),
    db.selectFrom('faq.answer').selectAll().where('group_id', '=', group_id).orderBy('position').execute(),
  ]);
  const usual = usualOf(facts.evenings, now, facts.in_a_year);
  return which.map((audience) => {
    const page = pages.find((one) => one.audience === audience);
    const own = kept.filter((one) => one.audience === audience);
    return {
      audience,
      published_at: page?.published_at ?? null,
      changed_at: page?.changed_at ?? null,
      entries: merged(proposedTo(audience, facts.group, usual, lang), own),
    };
  });
}

/** For whom a group has published answers. One statement. */
export async function publishedFaqs(db: Db | Tx, { group_id }: Of): Promise<Audience[]> {
  const rows = await db
    .selectFrom('faq.page')
    .select('audience')
    .where('group_id', '=', group_id)
    .where('published_at', 'is not', null)
    .execute();
  const public_ = new Set(rows.map(({ audience }) => audience));
  return audiences.filter((audience) => public_.has(audience));
}

/** Writes one audience's over what stood there. `is_public`: null leaves it as it is. Whoever saves last wins. */
export async function saveFaq(
  tx: Tx,
  actor: { person_id: Id<'people.person'> },
  { group_id }: Of,
  audience: Audience,
  kept: readonly Kept[],
  is_public: boolean | null,
  now: Instant,
): Promise<void> {
  const at = new Date(now.epochMilliseconds);
  const published = is_public === null ? {} : { published_at: is_public ? at : null };
  // The row of the page arbitrates: two who save at once write one after the other.
  await tx
    .insertInto('faq.page')
    .values({ group_id, audience, published_at: is_public ? at : null, changed_at: at })
    .onConflict((on) => on.columns(['group_id', 'audience']).doUpdateSet({ ...published, changed_at: at }))
    .execute();
  await tx.deleteFrom('faq.answer').where('group_id', '=', group_id).where('audience', '=', audience).execute();
  if (kept.length > 0) {
    const rows = kept.map((one, position) => ({ ...one, group_id, audience, position }));
    await tx.insertInto('faq.answer').values(rows).execute();
  }
  if (is_public !== null) {
    const what = is_public ? 'faq.page.published' : 'faq.page.taken_off';
    await audit(tx, { group_id, actor, what, about: { audience }, now });
  }
}
