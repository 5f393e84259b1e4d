// The texts a server owes its visitors: ours until the keeper writes their own, and who runs the server.
import { sql } from 'kysely';
import { renderMarkdown } from '#kit/markdown.ts';
import type { Db, Row, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import type { OperatorForm } from './forms.ts';
import type { TextName } from './tables.ts';
import { imprint } from './texts/imprint.ts';
import { privacy } from './texts/privacy.ts';

export type Operator = OperatorForm;

export type SiteText = {
  body: string;
  /** Null while it is the one that comes with the program. */
  changed_at: Date | null;
};

const ours = { imprint, privacy };

/** The text that comes with the program. */
export function ourText(name: TextName, lang: Lang): string {
  return ours[name][lang];
}

/** A text and who runs the server, as its public page needs them. One statement. */
export async function textAndOperator(
  db: Db | Tx,
  name: TextName,
  lang: Lang,
): Promise<{ text: SiteText; operator: Operator | null }> {
  const { rows } = await sql<Kept>`
    select t.body, t.changed_at, o.name, o.address, o.mail
    from (values (1)) one (id)
    left join site.text t on t.name = ${name} and t.lang = ${lang}
    left join site.operator o on o.operator_id = one.id`.execute(db);
  const { body, changed_at, name: operator, address, mail } = rows[0] as Kept;
  return {
    text: { body: body ?? ourText(name, lang), changed_at },
    operator: operator === null ? null : { name: operator, address: address ?? '', mail: mail ?? '' },
  };
}

type Kept = {
  body: string | null;
  changed_at: Date | null;
  name: string | null;
  address: string | null;
  mail: string | null;
};

/** Which texts the keeper wrote in place of ours. One statement. */
export async function ownTexts(db: Db | Tx): Promise<Pick<Row<'site.text'>, 'name' | 'lang' | 'changed_at'>[]> {
  return db.selectFrom('site.text').select(['name', 'lang', 'changed_at']).execute();
}

/** Who runs this server, if they said so. One statement. */
export async function operatorOf(db: Db | Tx): Promise<Operator | null> {
  const row = await db.selectFrom('site.operator').select(['name', 'address', 'mail']).executeTakeFirst();
  return row ?? null;
}

/** Keeps the keeper's own text and says so; an empty one, or ours word for word, brings ours back. */
export async function writeText(
  tx: Tx,
  text: { name: TextName; lang: Lang; body: string },
  now: Instant,
): Promise<boolean> {
  const { name, lang, body } = text;
  if (body === '' || body === ourText(name, lang).trim()) {
    await tx.deleteFrom('site.text').where('name', '=', name).where('lang', '=', lang).execute();
    return false;
  }
  const changed_at = new Date(now.epochMilliseconds);
  await tx
    .insertInto('site.text')
    .values({ name, lang, body, changed_at })
    .onConflict((row) => row.columns(['name', 'lang']).doUpdateSet({ body, changed_at }))
    .execute();
  return true;
}

/** A text as its page shows it. It is the whole page, so its headings begin at h2. */
export function textHtml(body: string, operator: Operator | null, about: { server: string; missing: string }): string {
  const html = renderMarkdown(fillText(body, operator, about));
  return html.replace(
    /<(\/?)h([3-6])>/g,
    (_, end: string, level: string) => `<${end}h${Math.max(2, Number(level) - 2)}>`,
  );
}

/**
 * A text with `{name}`, `{address}`, `{mail}` and `{server}` filled in, still Markdown. What the operator typed is text, not
 * Markdown; before they typed it, `missing` stands there.
 */
export function fillText(
  body: string,
  operator: Operator | null,
  { server, missing }: { server: string; missing: string },
): string {
  const gap = asText(`[${missing}]`);
  const parts: Record<string, string> = {
    '{name}': operator ? asText(operator.name) : gap,
    '{address}': operator ? asText(operator.address) : gap,
    '{mail}': operator ? `<${operator.mail}>` : gap,
    '{server}': server,
  };
  return body.replace(/\{(?:name|address|mail|server)\}/g, (token) => parts[token] as string);
}

function asText(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-.!|~&]/g, '\\$&');
}

/** Keeps who runs the server. */
export async function writeOperator(tx: Tx, operator: Operator, now: Instant): Promise<void> {
  const row = { ...operator, changed_at: new Date(now.epochMilliseconds) };
  await tx
    .insertInto('site.operator')
    .values({ operator_id: 1, ...row })
    .onConflict((on) => on.column('operator_id').doUpdateSet(row))
    .execute();
}
