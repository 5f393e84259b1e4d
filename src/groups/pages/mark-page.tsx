// Where a group puts its mark.
import { Button, PostButton } from '#ui/button.tsx';
import { ErrorSummary, FileField } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import type { View } from '#ui/view.ts';
import { groupPaths } from '../paths.ts';
import type { Group } from '../tables.ts';
import { words } from '../words.ts';
import { GroupHead, GroupSticker } from './group-head.tsx';
import { SettingsWays } from './settings-page.tsx';

type MarkPageProps = { view: View; group: Group; error?: string | undefined };

export function MarkPage({ view, group, error }: MarkPageProps) {
  const t = words(view.lang);
  return (
    <Page view={view} title={t('mark.title')} accent={group.color} width="form">
      <GroupHead group={group} title={t('mark.title')}>
        <p class="ui-lede">{t('mark.text')}</p>
      </GroupHead>
      <SettingsWays view={view} group={group} />
      <ErrorSummary view={view} errors={error ? [{ field: 'mark', label: t('mark.file'), error }] : []} />
      <p>
        <GroupSticker group={group} size="l" />
      </p>
      {!group.mark_hash && <p class="ui-soft">{t('mark.none')}</p>}
      <form method="post" action={groupPaths.settingsMark(group)} enctype="multipart/form-data">
        <FileField
          label={t('mark.file')}
          name="mark"
          hint={t('mark.file_hint')}
          error={error}
          accept="image/svg+xml,image/png,image/jpeg"
          required
        />
        <Button>{t('mark.save')}</Button>
      </form>
      {group.mark_hash && (
        <PostButton kind="link" action={groupPaths.settingsMarkOff(group)}>
          {t('mark.remove')}
        </PostButton>
      )}
    </Page>
  );
}
