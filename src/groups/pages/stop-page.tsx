// Where an unsubscribe link leads: says what would stop, and stops it only when the button is pressed.
import { PostButton } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import type { View } from '#ui/view.ts';
import { groupPaths } from '../paths.ts';
import type { Group, MailKind } from '../tables.ts';
import { words } from '../words.ts';
import { GroupHead } from './group-head.tsx';

type StopPageProps = { view: View; group: Group; kind: MailKind; done: boolean };

export function StopPage({ view, group, kind, done }: StopPageProps) {
  const t = words(view.lang);
  const title = t(done ? 'stop.done_title' : 'stop.title');
  return (
    <Page view={view} title={title} accent={group.color} width="form">
      <GroupHead group={group} title={title}>
        <p class="ui-lede">{done ? t('stop.done', { name: group.name }) : t(`stop.${kind}`, { name: group.name })}</p>
        <p>{t('stop.rest')}</p>
      </GroupHead>
      {done ? (
        <p>
          <a href={groupPaths.me(group)}>{t('stop.change')}</a>
        </p>
      ) : (
        <PostButton kind="main" action={view.path}>
          {t('stop.button')}
        </PostButton>
      )}
    </Page>
  );
}
