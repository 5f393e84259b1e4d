// Asks once before an evening is cancelled, and says how many will be told.
import { Button } from '#ui/button.tsx';
import { TextArea } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { words } from '../words.ts';

export function CancelPage({ view, shown, told }: { view: View; shown: ShownEvent; told: number }) {
  const t = words(view.lang);
  const { event, group } = shown;
  const back = eventPaths.manage(group.slug, event.slug);
  const isDraft = event.stage === 'draft';
  const title = t(isDraft ? 'cancel.draft.title' : 'cancel.title');
  return (
    <Page view={view} title={title} accent={group.color} width="form">
      <Masthead over={<a href={back}>{event.title}</a>} title={title}>
        <p>{isDraft ? t('cancel.draft.text') : t('cancel.text', { n: told })}</p>
      </Masthead>
      <form class="ui-form" method="post" action={eventPaths.cancel(group.slug, event.slug)}>
        {!isDraft && <TextArea label={t('cancel.why')} name="why" hint={t('cancel.why.hint')} rows={3} optional />}
        <Actions>
          <Button kind="danger">{t(isDraft ? 'cancel.draft.button' : 'cancel.button')}</Button>
          <a href={back}>{t('cancel.back')}</a>
        </Actions>
      </form>
    </Page>
  );
}
