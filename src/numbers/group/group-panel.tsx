// What this room hangs above a group's page for its organisers: the way to its numbers.
import { sql } from 'kysely';
import { mayOrganise } from '#groups';
import type { Id } from '#kit/id.ts';
import type { Panel } from '#kit/panels.ts';
import type { Db } from '#kit/tables.ts';
import { ButtonLink } from '#ui/button.tsx';
import { numberPaths } from '../paths.ts';
import { words } from '../words.ts';

/** While there is nothing to show, a quiet line for a group that met before it came here. One statement. */
export const groupNumbersPanel: Panel<'groups.organiser'> = async (db, view, { group, role }) => {
  if (!mayOrganise(role)) return null;
  const t = words(view.lang);
  const href = numberPaths.group(group.slug);
  if (await hasNumbers(db, group.group_id)) return <ButtonLink href={href}>{t('group.title')}</ButtonLink>;
  return (
    <p class="ui-soft">
      {t('group.before')} <a href={href}>{t('group.before.go')}</a>
    </p>
  );
};

/** From the first sign-up that opened, or the first evening somebody brought along. */
async function hasNumbers(db: Db, group_id: Id<'groups.group'>): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from events.event e where e.group_id = ${group_id} and e.opened_at is not null)
      or exists (select from numbers.past_evening p where p.group_id = ${group_id}) as has`.execute(db);
  return rows[0]?.has === true;
}
