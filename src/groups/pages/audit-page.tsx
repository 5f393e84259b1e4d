// The group's log, for the team.
import { instantOf, sayTime } from '#kit/time.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Empty } from '#ui/panel.tsx';
import { Actions } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { AuditRow } from '../audit.ts';
import { groupPaths } from '../paths.ts';
import type { Group, Role } from '../tables.ts';
import { isWord, words } from '../words.ts';
import { GroupHead } from './group-head.tsx';

export type AuditPageProps = { view: View; group: Group; lines: readonly AuditRow[]; next: string | null };

export function AuditPage({ view, group, lines, next }: AuditPageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('audit.title')} accent={group.color} width="narrow">
      <GroupHead group={group} title={t('audit.title')}>
        <p class="ui-lede">{t('audit.text')}</p>
      </GroupHead>
      {lines.length === 0 && <Empty title={t('audit.none')} />}
      <Rows label={t('audit.title')}>
        {lines.map((line) => (
          <Row
            key={line.audit_id}
            when={sayTime(instantOf(line.at), group.zone, view.lang, 'short')}
            title={<bdi>{line.has_person ? line.name || t('audit.someone') : t('audit.itself')}</bdi>}
          >
            {whatText(line, view)} · {sayTime(instantOf(line.at), group.zone, view.lang, 'time')}
          </Row>
        ))}
      </Rows>
      {next && (
        <Actions>
          <ButtonLink href={groupPaths.audit(group, { before: next })}>{t('audit.older')}</ButtonLink>
        </Actions>
      )}
    </Page>
  );
}

/** This room's lines in words; another room's by their own name and, where it gave one, the title they are about. */
function whatText({ what, about, whom }: AuditRow, view: View): string {
  const t = words(view.lang);
  const key = `audit.${what}`;
  if (!isWord(key)) return [what, textOf(about.title)].filter(Boolean).join(': ');
  return t(key, {
    fields: fieldNames(about.fields, view),
    version: textOf(about.version),
    whom: whom || t('audit.someone'),
    role: isRole(about.role) ? t(`role.${about.role}`) : '',
  });
}

function fieldNames(fields: unknown, view: View): string {
  const t = words(view.lang);
  if (!Array.isArray(fields)) return '';
  return fields
    .map((field) => {
      const key = `settings.${String(field)}`;
      return isWord(key) ? t(key) : String(field);
    })
    .join(', ');
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isRole(value: unknown): value is Role {
  return value === 'owner' || value === 'organiser' || value === 'door';
}
