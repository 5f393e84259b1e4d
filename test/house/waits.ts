// How long a migration makes the others wait: what must not be done to a table that may already hold millions of rows.
import type { Rule } from './source.ts';
import { itemsOf, withoutComments } from './travel.ts';

/** The first migration that meets servers with years of rows: those before it made the schema while it was being drawn. */
const FIRST = 33;

/**
 * A migration runs while others may still be served from the same database (several Ugroups, or visitors waiting for a restart).
 * So it never holds a lock for as long as a table is big: what is new may be built at leisure, what is there is only added to.
 * `migrate` gives every statement a `lock_timeout`, so a lock that is not to be had stops the start instead of everybody.
 */
export const migrationsWaitForNobody: Rule = ({ path, text }) => {
  const number = Number(/^db\/migrations\/(\d{4})-/.exec(path)?.[1] ?? 0);
  if (number < FIRST) return [];
  const sql = withoutComments(text).replace(/\$\$[\s\S]*?\$\$/g, '');
  const made = new Set(
    [...sql.matchAll(/\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?([\w."]+)/gi)].map(([, name]) => name),
  );
  const statements = sql.split(';').map((statement) => statement.replace(/\s+/g, ' ').trim());
  const complaints = statements.flatMap((statement) => {
    const table = tableOf(statement);
    return table === undefined || made.has(table)
      ? []
      : longWaits(statement).map((what) => `${what}: ${statement.slice(0, 70)}`);
  });
  const alone = statements.filter((statement) => /\bconcurrently\b/i.test(statement));
  if (alone.length > 0 && alone.length < statements.filter(Boolean).length)
    complaints.push(
      'does something CONCURRENTLY among other things: that is outside a transaction, so give it a file of its own',
    );
  if (/\bset\s+(local\s+|session\s+)?(lock|statement)_timeout\b/i.test(sql))
    complaints.push('sets a timeout of its own');
  return complaints;
};

/** The table a statement is about, if it locks one. */
function tableOf(statement: string): string | undefined {
  return (
    /^alter table (?:only )?(?:if exists )?([\w."]+)/i.exec(statement)?.[1] ??
    /^create (?:unique )?index\b.*? on (?:only )?([\w."]+)/i.exec(statement)?.[1] ??
    /^(?:vacuum full|cluster|reindex table|lock table|lock|truncate(?: table)?) ([\w."]+)/i.exec(statement)?.[1]
  );
}

function longWaits(statement: string): string[] {
  const has = (pattern: RegExp) => pattern.test(statement);
  const found: string[] = [];
  if (has(/^create (unique )?index(?! concurrently)/i)) found.push('builds an index under a lock, not CONCURRENTLY');
  if (has(/^(vacuum full|cluster|reindex|lock|truncate)\b/i)) found.push('locks a whole table');
  if (!/^alter/i.test(statement)) return found;
  for (const action of actionsOf(statement)) {
    if (/^add column/i.test(action) && /\bnot null\b/i.test(action) && !/\bdefault\b/i.test(action))
      found.push('adds a NOT NULL column without a default');
    // A default that differs from row to row is written into each: PostgreSQL rewrites the table.
    if (
      /^add column/i.test(action) &&
      /\bdefault (gen_random_uuid|random|clock_timestamp|uuidv7)\b|\bgenerated\b.*\bstored\b/i.test(action)
    )
      found.push('adds a column that is worked out row by row');
    if (/^alter (column )?\w+ (set data )?type\b/i.test(action)) found.push('changes a type, which rewrites the table');
    if (/^alter (column )?\w+ set not null/i.test(action)) found.push('reads the whole table for NOT NULL');
    if (/^add constraint\b.*\b(check|foreign key|references)\b/i.test(action) && !/\bnot valid\b/i.test(action))
      found.push('reads the whole table for a constraint: add it NOT VALID, and validate it in the next file');
    if (/^add (constraint \w+ )?(unique|primary key)\b/i.test(action) && !/\busing index\b/i.test(action))
      found.push('builds a unique index under a lock: build it CONCURRENTLY, then add it USING INDEX');
    if (/^set (logged|unlogged|tablespace)\b/i.test(action)) found.push('rewrites the table');
  }
  return found;
}

/** What one ALTER TABLE does: `add column a …`, `add column b …`. */
function actionsOf(statement: string): string[] {
  return itemsOf(statement.replace(/^alter table (only )?(if exists )?[\w."]+ /i, ''));
}
