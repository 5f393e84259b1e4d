// "I'm outside": one button, and where one stands if it is not where everybody looks.
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import type { View } from '#ui/view.ts';
import { doorPaths } from '../paths.ts';
import { words } from '../words.ts';

export function RingForm({ view, group, event }: { view: View; group: string; event: string }) {
  const t = words(view.lang);
  return (
    <form class="ui-form" method="post" action={doorPaths.outside(group, event)}>
      <p>{t('guest.ring.text')}</p>
      <Field label={t('guest.ring.place')} name="place" hint={t('guest.ring.hint')} maxlength={200} optional />
      <Button kind="quiet">{t('guest.ring')}</Button>
    </form>
  );
}
