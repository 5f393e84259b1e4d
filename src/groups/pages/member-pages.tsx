// Belonging to a group: the one button after signing in, what to be mailed about, and the way out.
import { Button, ButtonLink, PostButton } from '#ui/button.tsx';
import { Checkbox } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Actions, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { groupPaths } from '../paths.ts';
import type { Group, MailKind, Role } from '../tables.ts';
import { words } from '../words.ts';
import { GroupHead } from './group-head.tsx';

type JoinPageProps = { view: View; group: Group };

/** Where somebody lands who pressed "Join" signed out: a GET joins nobody, so one more tap. */
export function JoinPage({ view, group }: JoinPageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('join.title', { name: group.name })} accent={group.color} width="form">
      <GroupHead group={group} title={t('join.title', { name: group.name })}>
        <p class="ui-lede">{t(group.state === 'unclaimed' ? 'join.text_unclaimed' : 'join.text')}</p>
      </GroupHead>
      <PostButton kind="main" action={groupPaths.join(group)}>
        {t('page.join')}
      </PostButton>
    </Page>
  );
}

export type MyGroupPageProps = {
  view: View;
  group: Group;
  wishes: Record<MailKind, boolean> | null;
  /** The asker's place in the team, and whether their name stands on the page. */
  team: { role: Role; is_shown: boolean } | null;
};

export function MyGroupPage({ view, group, wishes, team }: MyGroupPageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('me.title')} accent={group.color} width="form">
      <GroupHead group={group} title={t('me.title')}>
        <p class="ui-lede">{wishes ? t('me.text') : t('me.none')}</p>
      </GroupHead>
      {!wishes && (
        <PostButton kind="main" action={groupPaths.join(group)}>
          {t('page.join')}
        </PostButton>
      )}
      {(wishes || team) && (
        <form method="post" action={groupPaths.me(group)}>
          {wishes && <Checkbox label={t('me.announced')} name="announced" checked={wishes.announced} />}
          {wishes && <Checkbox label={t('me.opened')} name="opened" checked={wishes.opened} />}
          {team && (
            <Checkbox label={t('me.shown', { role: t(`role.${team.role}`) })} name="is_shown" checked={team.is_shown} />
          )}
          <p class="ui-soft">{t('me.seats')}</p>
          <Button>{t('me.save')}</Button>
        </form>
      )}
      {wishes && (
        <Section title={t('me.leave_title')}>
          <p>{t('me.leave_text')}</p>
          <Actions>
            <PostButton kind="danger" action={groupPaths.leave(group)}>
              {t('me.leave')}
            </PostButton>
            {team && <ButtonLink href={groupPaths.organisers(group)}>{t('me.step_down')}</ButtonLink>}
          </Actions>
        </Section>
      )}
    </Page>
  );
}
