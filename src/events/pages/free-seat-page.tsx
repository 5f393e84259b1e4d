// Asks once before an organiser frees somebody else's seat: they are told by mail, and it can't be undone with one tap.
import { Button } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { words } from '../words.ts';

type Props = { view: View; shown: ShownEvent; guest: { person_id: string; name: string } };

export function FreeSeatPage({ view, shown, guest }: Props) {
  const t = words(view.lang);
  const { event, group } = shown;
  const back = eventPaths.guests(group.slug, event.slug);
  return (
    <Page view={view} title={t('free.title')} accent={group.color} width="form">
      <Masthead over={<a href={back}>{t('guests.title')}</a>} title={t('free.title')}>
        <p>{t('free.text', { name: guest.name || '…' })}</p>
      </Masthead>
      <form method="post" action={eventPaths.guestsRelease(group.slug, event.slug)}>
        <input type="hidden" name="sure" value="yes" />
        <Actions>
          <Button kind="danger" name="release" value={guest.person_id}>
            {t('guests.release')}
          </Button>
          <a href={back}>{t('free.back')}</a>
        </Actions>
      </form>
    </Page>
  );
}
