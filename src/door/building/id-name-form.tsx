// Asks a guest for the name on their card, where the building wants it and for nothing else.
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import type { View } from '#ui/view.ts';
import { doorPaths } from '../paths.ts';
import { words } from '../words.ts';

/** `is_given`: they have said it; it is shown to nobody again, not even to them. */
export function IdNameForm({
  view,
  group,
  event,
  is_given,
}: {
  view: View;
  group: string;
  event: string;
  is_given: boolean;
}) {
  const t = words(view.lang);
  return (
    <form class="ui-form" method="post" action={doorPaths.idName(group, event)}>
      <p>{t(is_given ? 'id_name.given' : 'id_name.text')}</p>
      <Field label={t('id_name')} name="id_name" hint={t('id_name.hint')} autocomplete="name" maxlength={120} />
      <Button kind="quiet">{t('id_name.save')}</Button>
    </form>
  );
}
