// What the team sees above its group's page: the ways into the back rooms, and what is worth doing.
import type { VNode } from 'preact';
import { ButtonLink } from '#ui/button.tsx';
import { Panel } from '#ui/panel.tsx';
import type { View } from '#ui/view.ts';
import { mayOrganise } from '../may.ts';
import { groupPaths } from '../paths.ts';
import type { Nag } from '../rules.ts';
import type { Group, Role } from '../tables.ts';
import { words } from '../words.ts';

export type TeamBarProps = {
  view: View;
  group: Group;
  role: Role;
  nags: readonly Nag[];
  panels: VNode[];
};

const nagPaths: Record<Nag, (group: Group) => string> = {
  second_owner: groupPaths.organisers,
  conduct_contacts: groupPaths.settingsConduct,
  mark: groupPaths.settingsMark,
  about: groupPaths.settings,
};

export function TeamBar({ view, group, role, nags, panels }: TeamBarProps) {
  const t = words(view.lang);
  const here = view.path.split('?')[0];
  const ways = mayOrganise(role)
    ? ([
        [groupPaths.settings(group), t('bar.settings')],
        [groupPaths.organisers(group), t('bar.organisers')],
        [groupPaths.members(group), t('bar.members')],
        [groupPaths.audit(group), t('bar.audit')],
      ] as const)
    : [];
  return (
    <div class="groups-team">
      {ways.length > 0 && (
        <nav class="ui-nav" aria-label={t('bar.label')}>
          {ways.map(([href, name]) => (
            <a key={href} href={href} aria-current={here === href ? 'page' : undefined}>
              {name}
            </a>
          ))}
        </nav>
      )}
      {panels.length > 0 ? panels : mayOrganise(role) && <FirstEvening view={view} group={group} />}
      {/* Two at a time: a list of everything that is missing gets done by nobody. */}
      {nags.length > 0 && (
        <ul class="groups-nags">
          {nags.slice(0, 2).map((nag) => (
            <li key={nag}>
              <a href={nagPaths[nag](group)}>{t(`nag.${nag}`)}</a> <span class="ui-soft">{t(`nag.${nag}.why`)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function FirstEvening({ view, group }: { view: View; group: Group }) {
  const t = words(view.lang);
  return (
    <Panel
      over={t('first.over')}
      title={t('first.title')}
      action={
        <ButtonLink kind="main" href={groupPaths.firstEvening(group)}>
          {t('first.button')}
        </ButtonLink>
      }
    >
      <p>{t('first.text')}</p>
    </Panel>
  );
}
