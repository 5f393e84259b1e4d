// Take your group with you: what is in the file, who is in it, and the button.
import { type Group, groupPaths } from '#groups';
import { instantOf, sayTime } from '#kit/time.ts';
import { PostButton } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Actions, Masthead, Section } from '#ui/section.tsx';
import { Sticker } from '#ui/sticker.tsx';
import type { View } from '#ui/view.ts';
import type { Leaving } from '../group/leaving.ts';
import { archivePaths } from '../paths.ts';
import { words } from '../words.ts';

type Props = { view: View; group: Group; leaving: Leaving; error?: string | undefined };

export function LeavePage({ view, group, leaving, error }: Props) {
  const t = words(view.lang);
  const { members, languages, evenings, taken_at } = leaving;
  return (
    <Page view={view} title={t('leave.title')} accent={group.color} width="narrow">
      <Masthead
        sticker={<Sticker src={groupPaths.mark(group)} name={group.name} color={group.color} size="m" />}
        over={
          <a href={groupPaths.show(group)}>
            <bdi>{group.name}</bdi>
          </a>
        }
        title={t('leave.title')}
      >
        <p class="ui-lede">{t('leave.lede')}</p>
      </Masthead>
      {error && (
        <p class="ui-error" role="alert">
          {error}
        </p>
      )}
      <Actions>
        <PostButton kind="main" action={archivePaths.leave(group)}>
          {t('leave.button')}
        </PostButton>
      </Actions>
      <p class="ui-soft">
        {taken_at ? takenBefore(view, leaving, taken_at) : t('leave.never')} {t('leave.stays')}
      </p>
      <Section title={t('leave.inside')}>
        <Rows>
          <Row title={t('leave.list', { n: members })}>{t('leave.list.more')}</Row>
          <Row title={t('leave.mail', { n: languages })}>{t('leave.mail.more')}</Row>
          <Row title={t('leave.evenings', { n: evenings })}>{t('leave.evenings.more')}</Row>
          <Row title={t('leave.all')}>{t('leave.all.more')}</Row>
        </Rows>
      </Section>
      <Section title={t('leave.care')}>
        <p>{t('leave.care.text')}</p>
        <p>{t('leave.care.not')}</p>
      </Section>
    </Page>
  );
}

function takenBefore(view: View, { taken_by }: Leaving, taken_at: Date): string {
  const t = words(view.lang);
  const on = sayTime(instantOf(taken_at), view.zone ?? 'UTC', view.lang, 'date');
  return taken_by === null ? t('leave.taken', { on }) : t('leave.taken_by', { on, name: taken_by });
}
