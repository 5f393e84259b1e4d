// The members, for the team.
import { instantOf, sayTime } from '#kit/time.ts';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Empty } from '#ui/panel.tsx';
import { Actions } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import type { Member } from '../members.ts';
import { groupPaths } from '../paths.ts';
import type { Group } from '../tables.ts';
import { words } from '../words.ts';
import { GroupHead } from './group-head.tsx';

export type MembersPageProps = {
  view: View;
  group: Group;
  members: readonly Member[];
  q: string;
  next: string | null;
};

export function MembersPage({ view, group, members, q, next }: MembersPageProps) {
  const t = words(view.lang);
  const columns = [
    { key: 'name', label: t('members.name') },
    { key: 'address', label: t('members.address') },
    { key: 'joined', label: t('members.joined') },
    { key: 'role', label: t('members.role') },
  ];
  const rows = members.map(({ person_id, name, address, joined_at, role }) => ({
    key: person_id,
    cells: {
      name: name ? <bdi>{name}</bdi> : <span class="ui-soft">{t('members.nameless')}</span>,
      address,
      joined: sayTime(instantOf(joined_at), group.zone, view.lang, 'date'),
      role: role ? t(`role.${role}`) : '',
    },
  }));
  return (
    <Page view={view} title={t('members.title')} accent={group.color}>
      <GroupHead group={group} title={t('members.title')}>
        <p class="ui-lede">{t('members.text')}</p>
      </GroupHead>
      <form class="groups-find" method="get" action={groupPaths.members(group)}>
        <Field label={t('members.search')} name="q" type="search" value={q} maxlength={100} />
        <Button kind="quiet">{t('members.find')}</Button>
      </form>
      {rows.length > 0 && <Table captionHidden caption={t('members.caption')} columns={columns} rows={rows} />}
      {rows.length === 0 &&
        (q ? (
          <Empty title={t('members.not_found')}>{t('members.not_found_text', { q })}</Empty>
        ) : (
          <Empty title={t('members.none')}>{t('members.none_text')}</Empty>
        ))}
      <Actions>
        {next && <ButtonLink href={groupPaths.members(group, { q, after: next })}>{t('members.next')}</ButtonLink>}
        <ButtonLink href={groupPaths.membersTable(group)} download>
          {t('members.csv')}
        </ButtonLink>
      </Actions>
    </Page>
  );
}
