// A group's code of conduct: which text holds, in which version, and the two people to turn to.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import { audit } from './audit.ts';
import { bundledText } from './conduct/texts.ts';
import { lockGroup } from './lock-group.ts';
import type { Contact } from './tables.ts';

type GroupId = Id<'groups.group'>;

export type ConductChoice = {
  /** Key of a bundled text, or null for `own_text`. */
  bundled: string | null;
  /** Markdown. */
  own_text: string | null;
  contacts: Contact[];
};
export type Conduct = ConductChoice & { version: number };

/** The one that holds now; `undefined` for a group that never chose one (read from a list, unclaimed). */
export async function conductOf(db: Db | Tx, group_id: GroupId): Promise<Conduct | undefined> {
  return db
    .selectFrom('groups.group')
    .innerJoin('groups.conduct', (join) =>
      join
        .onRef('groups.conduct.group_id', '=', 'groups.group.group_id')
        .onRef('groups.conduct.version', '=', 'groups.group.conduct_version'),
    )
    .select(['version', 'bundled', 'own_text', 'contacts'])
    .where('groups.group.group_id', '=', group_id)
    .executeTakeFirst();
}

/** Sets the next version; the same choice again changes nothing. Versions before stay, for who accepted them. */
export async function setConduct(
  tx: Tx,
  actor: { person_id: Id<'people.person'> },
  now: Instant,
  group_id: GroupId,
  { bundled, own_text, contacts }: ConductChoice,
): Promise<{ version: number }> {
  await lockGroup(tx, group_id);
  const before = await conductOf(tx, group_id);
  if (before && JSON.stringify(choiceOf(before)) === JSON.stringify(choiceOf({ bundled, own_text, contacts }))) {
    return { version: before.version };
  }
  const { version } = await tx
    .selectFrom('groups.conduct')
    .select(sql<number>`coalesce(max(version), 0) + 1`.as('version'))
    .where('group_id', '=', group_id)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('groups.conduct')
    .values({
      group_id,
      version,
      bundled,
      own_text,
      contacts: JSON.stringify(contacts),
      set_at: new Date(now.epochMilliseconds),
      set_by: actor.person_id,
    })
    .execute();
  await tx.updateTable('groups.group').set({ conduct_version: version }).where('group_id', '=', group_id).execute();
  await audit(tx, { group_id, actor, what: 'groups.conduct.set', about: { version }, now });
  return { version };
}

function choiceOf({ bundled, own_text, contacts }: ConductChoice) {
  return [bundled, own_text, contacts.map(({ name, address }) => [name, address])];
}

export type ConductText = { title: string | null; lang: string | null; markdown: string };

/** The text as it is read: lines joined to paragraphs, the contacts in their place. `nobody` stands in while none is named. */
export function conductText({ bundled, own_text, contacts }: ConductChoice, nobody: string): ConductText {
  const text = bundled === null ? undefined : bundledText(bundled);
  if (!text) return { title: null, lang: null, markdown: own_text ?? '' };
  const named = contacts.map(({ name, address }) => (name ? `${plain(name)} (${address})` : address)).join(', ');
  const joined = unwrap(text.text, text.lang === 'ja' ? '' : ' ');
  // A function, because a name may hold what `replace` takes for a pattern.
  return { title: text.title, lang: text.lang, markdown: joined.replace('{contacts}', () => named || nobody) };
}

/** Names are no Markdown. */
function plain(name: string): string {
  return name.replace(/[\\`*_{}[\]()#+.!|<>~-]/g, '\\$&');
}

/** Our renderer keeps line breaks, and these texts were broken at 80 characters for a terminal. */
function unwrap(text: string, between: string): string {
  return text
    .split(/\n{2,}/)
    .map((block) => (/^\[[^\]]+\]:/.test(block) ? block : block.replace(/\n(?!\s*(?:[*-]|\d+\.)\s)\s*/g, between)))
    .join('\n\n');
}
