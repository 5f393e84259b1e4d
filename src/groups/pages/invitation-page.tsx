// Where an invitation into the team leads; only its button accepts.
import { instantOf, sayTime } from '#kit/time.ts';
import { ButtonLink, PostButton } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import type { View } from '#ui/view.ts';
import type { Invitation } from '../invite-organiser.ts';
import { groupPaths } from '../paths.ts';
import type { Group } from '../tables.ts';
import { words } from '../words.ts';
import { GroupHead } from './group-head.tsx';

export type InvitationPageProps = {
  view: View;
  group: Group;
  token: string;
  invitation: Invitation;
  /** Signed in with the address it went to, with another one (which), or not at all. */
  asker: 'invited' | { other: string } | null;
};

export function InvitationPage({ view, group, token, invitation, asker }: InvitationPageProps) {
  const t = words(view.lang);
  const { address, inviter, expires_at } = invitation;
  const role = t(`role.${invitation.role}`);
  const title = t('invitation.title', { name: group.name });
  return (
    <Page view={view} title={title} accent={group.color} width="form">
      <GroupHead group={group} title={title}>
        <p class="ui-lede">
          {inviter ? t('invitation.text', { inviter, role }) : t('invitation.text_nobody', { role })}
        </p>
        <p>{t(`role.${invitation.role}.does`)}</p>
        <p class="ui-soft">
          {t('invitation.until', { date: sayTime(instantOf(expires_at), group.zone, view.lang, 'day') })}
        </p>
      </GroupHead>
      {asker === 'invited' ? (
        <PostButton kind="main" action={groupPaths.invitation(group, token)}>
          {t('invitation.accept')}
        </PostButton>
      ) : (
        <>
          <p>{asker ? t('invitation.other', { mine: asker.other, address }) : t('invitation.sign_in', { address })}</p>
          <PostButton kind="main" action={groupPaths.invitationCode(group, token)}>
            {t('invitation.code')}
          </PostButton>
        </>
      )}
    </Page>
  );
}

type InvitationOverPageProps = { view: View; group: Group; text?: string | undefined };

export function InvitationOverPage({ view, group, text }: InvitationOverPageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('invitation.over_title')} accent={group.color} width="form">
      <GroupHead group={group} title={t('invitation.over_title')}>
        <p class="ui-lede">{text ?? t('invitation.over_text')}</p>
        <p>
          <ButtonLink href={groupPaths.show(group)}>{t('invitation.to_group')}</ButtonLink>
        </p>
      </GroupHead>
    </Page>
  );
}
