// The group's log, for the team.
import { instantOf, sayTime } from '#kit/time.ts';
import { ButtonLink } from '#ui/button.tsx';
import { dot } from '#ui/dotted.ts';
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
            when={dayOf(line, group, view)}
            title={<bdi>{line.has_person ? line.name || t('audit.someone') : t('audit.itself')}</bdi>}
          >
            {sayTime(instantOf(line.at), group.zone, view.lang, 'time')}
            {dot}
            {whatText(line, view)}
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

/** With its weekday this year, with its year before. */
function dayOf({ at }: AuditRow, group: Group, view: View): string {
  const isThisYear = at.getUTCFullYear() === new Date(view.now.epochMilliseconds).getUTCFullYear();
  return sayTime(instantOf(at), group.zone, view.lang, isThisYear ? 'short' : 'date');
}

/** A line in words; one of a room whose lines have none here by its own name and what it is about. */
function whatText({ what, about, whom }: AuditRow, view: View): string {
  const t = words(view.lang);
  const key = `audit.${what}`;
  const evening = textOf(about.title) || textOf(about.event);
  if (!isWord(key)) return [what, evening].filter(Boolean).join(': ');
  const said = t(key, {
    evening,
    cap: textOf(about.cap),
    server: textOf(about.from),
    n: Number(textOf(about.told ?? about.rows ?? about.n)) || 0,
    fields: fieldNames(about.fields, view),
    version: textOf(about.version),
    whom: whom || t('audit.someone'),
    role: isRole(about.role) ? t(`role.${about.role}`) : '',
  });
  // A line that names no evening ends with what was done.
  return said.replace(/: $/, '');
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
