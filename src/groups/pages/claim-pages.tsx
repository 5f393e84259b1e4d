// An imported group that somebody says is theirs: saying so, and the keeper's answer.
import { instantOf, sayTime } from '#kit/time.ts';
import { Button } from '#ui/button.tsx';
import { dotted } from '#ui/dotted.ts';
import { ErrorSummary, TextArea } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Empty } from '#ui/panel.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { WaitingClaim } from '../claim-group.ts';
import { groupPaths } from '../paths.ts';
import type { Group } from '../tables.ts';
import { words } from '../words.ts';
import { GroupHead } from './group-head.tsx';

type ClaimPageProps = { view: View; group: Group; says: string; error?: string | undefined };

export function ClaimPage({ view, group, says, error }: ClaimPageProps) {
  const t = words(view.lang);
  const title = t('claim.title', { name: group.name });
  return (
    <Page view={view} title={title} accent={group.color} width="form">
      <GroupHead group={group} title={title}>
        <p class="ui-lede">{t('claim.lede')}</p>
      </GroupHead>
      <ErrorSummary view={view} errors={error ? [{ field: 'says', label: t('claim.says'), error }] : []} />
      <form method="post" action={groupPaths.claim(group)}>
        <TextArea
          label={t('claim.says')}
          name="says"
          value={says}
          error={error}
          hint={t('claim.says_hint')}
          maxlength={2000}
          required
        />
        <Button>{t('claim.button')}</Button>
      </form>
    </Page>
  );
}

type ClaimsPageProps = { view: View; claims: readonly WaitingClaim[]; refusal: string | null };

export function ClaimsPage({ view, claims, refusal }: ClaimsPageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('claims.title')} width="narrow">
      <Masthead title={t('claims.title')}>
        <p class="ui-lede">{t('claims.text')}</p>
      </Masthead>
      {refusal && (
        <p class="ui-error" role="alert">
          {refusal}
        </p>
      )}
      {claims.length === 0 ? (
        <Empty title={t('claims.none')}>{t('claims.none_text')}</Empty>
      ) : (
        <Rows label={t('claims.title')}>
          {claims.map((claim) => (
            <ClaimRow key={claim.claim_id} view={view} claim={claim} />
          ))}
        </Rows>
      )}
    </Page>
  );
}

function ClaimRow({ view, claim }: { view: View; claim: WaitingClaim }) {
  const t = words(view.lang);
  const { group, claim_id, address, says, made_at } = claim;
  const name = claim.person || address;
  const date = sayTime(instantOf(made_at), view.zone ?? 'UTC', view.lang, 'date');
  return (
    <Row title={<bdi>{group.name}</bdi>} href={groupPaths.show(group)}>
      <p>{dotted([group.place, t('claims.who', { name, address, date })])}</p>
      <p dir="auto">{says}</p>
      {group.website && (
        <p>
          <a href={group.website} rel="nofollow ugc noopener">
            {group.website}
          </a>
        </p>
      )}
      <form method="post" action={groupPaths.claims()}>
        <input type="hidden" name="group_id" value={group.group_id} />
        <input type="hidden" name="claim_id" value={claim_id} />
        <Actions>
          <Button
            kind="quiet"
            name="answer"
            value="granted"
            label={t('claims.grant_label', { group: group.name, name })}
          >
            {t('claims.grant')}
          </Button>
          <Button
            kind="quiet"
            name="answer"
            value="declined"
            label={t('claims.decline_label', { group: group.name, name })}
          >
            {t('claims.decline')}
          </Button>
        </Actions>
      </form>
    </Row>
  );
}
