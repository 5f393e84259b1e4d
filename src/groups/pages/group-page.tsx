// A group's own page: who they are, what comes next, how to belong, who to turn to.
import type { ComponentChildren, VNode } from 'preact';
import { ButtonLink, PostButton } from '#ui/button.tsx';
import { dotted } from '#ui/dotted.ts';
import { Page } from '#ui/layout.tsx';
import { Panel } from '#ui/panel.tsx';
import { Actions, Masthead, Section, Split } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { restOf } from '../about.ts';
import { countryName, tongueName } from '../choices.ts';
import { groupPaths } from '../paths.ts';
import type { PageGroup } from '../queries.ts';
import { words } from '../words.ts';
import { mailTo } from './form-values.ts';
import { GroupSticker } from './group-head.tsx';
import { OwnWords } from './own-words.tsx';
import { TeamBar, type TeamBarProps } from './team-bar.tsx';

export type GroupPageProps = {
  view: View;
  group: PageGroup;
  /** Names of those who are shown, owners first. */
  shown: readonly { person_id: string; name: string }[];
  panels: VNode[];
  /** For the team only. */
  bar: Omit<TeamBarProps, 'view' | 'group'> | null;
};

export function GroupPage({ view, group, shown, panels, bar }: GroupPageProps) {
  const t = words(view.lang);
  const rest = restOf(group.about);
  return (
    <Page
      view={view}
      title={group.name}
      description={group.lead || undefined}
      accent={group.color}
      head={<Head view={view} group={group} />}
    >
      {bar && <TeamBar view={view} group={group} {...bar} />}
      <Masthead sticker={<GroupSticker group={group} size="l" />} title={group.name} lang={group.language}>
        {group.lead && (
          <p class="ui-lede" lang={group.language} dir="auto">
            {group.lead}
          </p>
        )}
        <p class="ui-soft">{factsLine(group, view)}</p>
        <Actions>
          <Belonging view={view} group={group} />
          <ButtonLink href={groupPaths.feed(group)}>{t('page.calendar')}</ButtonLink>
        </Actions>
      </Masthead>
      {group.state === 'unclaimed' && <Unclaimed view={view} group={group} />}
      <Split aside={<Aside view={view} group={group} shown={shown} />}>
        {panels}
        {rest !== '' && (
          <Section title={t('page.about')}>
            <OwnWords markdown={rest} lang={group.language} />
          </Section>
        )}
      </Split>
    </Page>
  );
}

function Head({ view, group }: { view: View; group: PageGroup }) {
  return (
    <>
      <link rel="canonical" href={`${view.origin}${groupPaths.show(group)}`} />
      <link rel="alternate" type="application/atom+xml" title={group.name} href={groupPaths.news(group)} />
      <link rel="alternate" type="application/feed+json" title={group.name} href={groupPaths.newsJson(group)} />
      <link rel="alternate" type="text/calendar" title={group.name} href={groupPaths.feed(group)} />
    </>
  );
}

/** "Osaka, Japan · Japanese · since 2017" */
function factsLine(group: PageGroup, view: View): string {
  const t = words(view.lang);
  const country = group.country ? countryName(group.country, view.lang) : '';
  const where =
    country && !group.place.toLowerCase().includes(country.toLowerCase()) ? [group.place, country] : [group.place];
  const since = group.founded_on ? t('page.since', { year: group.founded_on.slice(0, 4) }) : '';
  return dotted([where.filter(Boolean).join(', '), tongueName(group.language, view.lang), since]);
}

function Belonging({ view, group }: { view: View; group: PageGroup }) {
  const t = words(view.lang);
  if (!view.viewer) return <ButtonLink href={groupPaths.join(group)}>{t('page.join')}</ButtonLink>;
  if (!group.is_member) return <PostButton action={groupPaths.join(group)}>{t('page.join')}</PostButton>;
  return <ButtonLink href={groupPaths.me(group)}>{t('page.you_belong')}</ButtonLink>;
}

function Unclaimed({ view, group }: { view: View; group: PageGroup }) {
  const t = words(view.lang);
  if (group.has_claimed) return <Panel title={t('unclaimed.title')}>{<p>{t('unclaimed.waiting')}</p>}</Panel>;
  return (
    <Panel
      title={t('unclaimed.title')}
      action={
        <ButtonLink kind="main" href={groupPaths.claim(group)}>
          {t('unclaimed.button')}
        </ButtonLink>
      }
    >
      <p>{t('unclaimed.text')}</p>
    </Panel>
  );
}

function Aside({ view, group, shown }: Pick<GroupPageProps, 'view' | 'group' | 'shown'>) {
  const t = words(view.lang);
  return (
    <>
      {shown.length > 0 && (
        <Section title={t('page.team')}>
          <p>
            {shown.map(({ person_id, name }, i) => (
              <bdi key={person_id}>
                {i > 0 && ', '}
                {name}
              </bdi>
            ))}
          </p>
        </Section>
      )}
      {group.conduct_version !== null && (
        <Section title={t('page.conduct')}>
          <p>
            <a href={groupPaths.conduct(group)}>{t('page.conduct_read')}</a>
          </p>
          {group.contacts.length > 0 && (
            <p>
              {t('page.conduct_contacts')} <Contacts group={group} />
            </p>
          )}
        </Section>
      )}
      <Section title={t('page.follow')}>
        <Lines>
          <a href={groupPaths.feed(group)}>{t('page.calendar_file')}</a>
          <a href={groupPaths.news(group)}>{t('page.news_feed')}</a>
          {group.website && (
            <a href={group.website} rel="nofollow ugc noopener">
              {new URL(group.website).hostname}
            </a>
          )}
        </Lines>
      </Section>
    </>
  );
}

function Contacts({ group }: { group: PageGroup }) {
  return group.contacts.map(({ name, address }, i) => (
    <span key={address}>
      {i > 0 && ', '}
      <a href={mailTo(address)}>
        <bdi>{name || address}</bdi>
      </a>
    </span>
  ));
}

function Lines({ children }: { children: ComponentChildren[] }) {
  return (
    <>
      {children.filter(Boolean).map((child, i) => (
        <p key={i}>{child}</p>
      ))}
    </>
  );
}
