// Who runs a group: roles, invitations, stepping down, handing over.
import type { Values } from '#kit/form.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import { Button, PostButton } from '#ui/button.tsx';
import { dot } from '#ui/dotted.ts';
import { Choice, ErrorSummary, Field, Select } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Actions, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { Invitation } from '../invite-organiser.ts';
import { mayChangeRole, mayInvite, mayOwn } from '../may.ts';
import { groupPaths } from '../paths.ts';
import { isStepDown } from '../rules.ts';
import type { Group, Role } from '../tables.ts';
import type { TeamMember } from '../team.ts';
import { words } from '../words.ts';
import { summaryOf, typed } from './form-values.ts';
import { GroupHead } from './group-head.tsx';

export type TeamPageProps = {
  view: View;
  group: Group;
  me: { person_id: string; role: Role };
  team: readonly TeamMember[];
  invitations: readonly Invitation[];
  values: Values;
  errors: Record<string, string>;
  /** A refusal that belongs to no field. */
  refusal: string | null;
};

const roles = ['owner', 'organiser', 'door'] as const;

export function TeamPage(props: TeamPageProps) {
  const { view, group, me, team, invitations, values, errors, refusal } = props;
  const t = words(view.lang);
  const labels = { address: t('team.invite_address'), role: t('team.invite_role') };
  const owners = team.filter(({ role }) => role === 'owner');
  const isLast = ({ role }: TeamMember) => role === 'owner' && owners.length === 1;
  const invitable = roles.filter((role) => mayInvite(me.role, role));
  return (
    <Page view={view} title={t('team.title')} accent={group.color} width="narrow">
      <GroupHead group={group} title={t('team.title')}>
        <p class="ui-lede">{t('team.text')}</p>
      </GroupHead>
      {refusal && (
        <p class="ui-error" role="alert">
          {refusal}
        </p>
      )}
      <ErrorSummary view={view} errors={summaryOf(labels, errors)} />
      {owners.length < 2 && <p>{t('team.second_owner')}</p>}
      <Rows label={t('team.title')}>
        {team.map((member) => (
          <TeamRow key={member.person_id} view={view} group={group} me={me} member={member} isLast={isLast(member)} />
        ))}
      </Rows>
      {invitations.length > 0 && <Invited view={view} group={group} invitations={invitations} />}
      <Section title={t('team.invite')}>
        <form method="post" action={groupPaths.invite(group)}>
          <Field
            label={labels.address}
            name="address"
            type="email"
            value={typed(values, 'address')}
            error={errors.address}
            required
          />
          <Choice
            label={labels.role}
            name="role"
            value={typed(values, 'role') || (invitable.includes('organiser') ? 'organiser' : 'door')}
            error={errors.role}
            options={invitable.map((role) => ({ value: role, label: t(`role.${role}`), hint: t(`role.${role}.does`) }))}
          />
          <Button>{t('team.invite_button')}</Button>
        </form>
      </Section>
      {mayOwn(me.role) && <HandOver view={view} group={group} me={me} team={team} />}
    </Page>
  );
}

type TeamRowProps = Pick<TeamPageProps, 'view' | 'group' | 'me'> & { member: TeamMember; isLast: boolean };

function TeamRow({ view, group, me, member, isLast }: TeamRowProps) {
  const t = words(view.lang);
  const { person_id, role, address } = member;
  const name = member.name || address;
  const own = person_id === me.person_id;
  const since = t('team.since', { date: sayTime(instantOf(member.since), group.zone, view.lang, 'date') });
  const others = own
    ? roles.filter((to) => isStepDown(role, to))
    : roles.filter((to) => to !== role && mayChangeRole(me.role, role, to));
  const may = own || mayChangeRole(me.role, role, null);
  return (
    <Row
      title={
        <>
          <bdi>{name}</bdi>
          {own && <span class="ui-soft"> ({t('team.you')})</span>}
        </>
      }
      tag={<span class="ui-soft">{t(`role.${role}`)}</span>}
    >
      <div class="groups-person">
        <p>
          {address}
          {dot}
          {since}
        </p>
        {isLast ? (
          own && <a href="#hand-over">{t('team.hand_over')}</a>
        ) : (
          <Actions>
            {others.map((to) => (
              <PostButton
                key={to}
                kind="link"
                action={groupPaths.organiserRole(group)}
                fields={{ person_id, role: to }}
                label={own ? undefined : t('team.make_label', { name, role: t(`role.${to}`) })}
              >
                {own ? t('team.step_down_to', { role: t(`role.${to}`) }) : t('team.make', { role: t(`role.${to}`) })}
              </PostButton>
            ))}
            {may && (
              <PostButton
                kind="link"
                action={groupPaths.organiserRole(group)}
                fields={{ person_id, role: '' }}
                label={own ? undefined : t('team.remove_label', { name })}
              >
                {own ? t('team.step_down') : t('team.remove')}
              </PostButton>
            )}
          </Actions>
        )}
      </div>
    </Row>
  );
}

function Invited({ view, group, invitations }: Pick<TeamPageProps, 'view' | 'group' | 'invitations'>) {
  const t = words(view.lang);
  return (
    <Section title={t('team.invitations')}>
      <Rows>
        {invitations.map(({ invitation_id, address, role, expires_at }) => {
          const ends = instantOf(expires_at);
          const over = ends.epochMilliseconds <= view.now.epochMilliseconds;
          const date = sayTime(ends, group.zone, view.lang, 'date');
          return (
            <Row
              key={invitation_id}
              title={address}
              action={
                <PostButton
                  kind="link"
                  action={groupPaths.revoke(group)}
                  fields={{ invitation_id }}
                  label={t('team.revoke_label', { address })}
                >
                  {t('team.revoke')}
                </PostButton>
              }
            >
              {t(over ? 'team.invitation_expired' : 'team.invited_until', { role: t(`role.${role}`), date })}
            </Row>
          );
        })}
      </Rows>
    </Section>
  );
}

function HandOver({ view, group, me, team }: Pick<TeamPageProps, 'view' | 'group' | 'me' | 'team'>) {
  const t = words(view.lang);
  const heirs = team.filter(({ person_id, role }) => person_id !== me.person_id && role !== 'door');
  return (
    <Section title={t('team.hand_over')} id="hand-over">
      {heirs.length === 0 ? (
        <p>{t('team.hand_over_nobody')}</p>
      ) : (
        <form method="post" action={groupPaths.handOver(group)}>
          <p>{t('team.hand_over_text')}</p>
          <Select
            label={t('team.hand_over_to')}
            name="person_id"
            options={heirs.map(({ person_id, name, address }) => ({ value: person_id, label: name || address }))}
          />
          <Button kind="danger">{t('team.hand_over_button')}</Button>
        </form>
      )}
    </Section>
  );
}
