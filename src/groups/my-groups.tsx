// What this room hangs on a person's own page: the groups they run, then those they belong to.
import { sql } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Panel } from '#kit/panels.ts';
import type { Db } from '#kit/tables.ts';
import { dotted } from '#ui/dotted.ts';
import { Row, Rows } from '#ui/list.tsx';
import { Empty } from '#ui/panel.tsx';
import { Section } from '#ui/section.tsx';
import { GroupSticker, type Headed } from './pages/group-head.tsx';
import { groupPaths } from './paths.ts';
import type { Group, Role } from './tables.ts';
import { words } from './words.ts';

/** Each group with the person's role and the way to what it mails them. One statement. */
export const myGroups: Panel<'people.me'> = async (db, view, { person_id }) => {
  const t = words(view.lang);
  const groups = await groupsOfPerson(db, person_id);
  if (groups.length === 0) {
    return (
      <Section title={t('mine.title')}>
        <Empty title={t('mine.none')}>{t('mine.none_text')}</Empty>
      </Section>
    );
  }
  return (
    <Section title={t('mine.title')}>
      <Rows>
        {groups.map((group) => (
          <Row
            key={group.group_id}
            title={<bdi lang={group.language}>{group.name}</bdi>}
            href={groupPaths.show(group)}
            mark={<GroupSticker group={group} size="s" />}
            action={
              <a href={groupPaths.me(group)} aria-label={t('mine.change_label', { name: group.name })}>
                {t('mine.change')}
              </a>
            }
          >
            {dotted([t(group.role ? `role.${group.role}` : 'mine.member'), group.place])}
          </Row>
        ))}
      </Rows>
    </Section>
  );
};

/** More than anybody belongs to. */
const MOST = 200;

type MyGroup = Headed & Pick<Group, 'group_id' | 'place' | 'language'> & { role: Role | null };

async function groupsOfPerson(db: Db, person_id: Id<'people.person'>): Promise<MyGroup[]> {
  const { rows } = await sql<MyGroup>`
    select g.group_id, g.slug, g.name, g.place, g.language, g.color, g.mark_kind, g.mark_hash, o.role
    from groups."group" g
    left join groups.organiser o on o.group_id = g.group_id and o.person_id = ${person_id}
    where g.group_id in (
      select group_id from groups.member where person_id = ${person_id}
      union select group_id from groups.organiser where person_id = ${person_id})
    order by o.role is null, g.name_key, g.group_id
    limit ${MOST}`.execute(db);
  return rows;
}
