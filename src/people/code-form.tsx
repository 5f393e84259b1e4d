// The field for six digits, wherever a code is asked for: signing in, a seat, a change of address.
import { Button, PostButton } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import type { View } from '#ui/view.ts';
import type { CodeRefusal } from './challenge.ts';
import { peoplePaths } from './paths.ts';
import { words } from './words.ts';

type CodeFormProps = {
  view: View;
  /** Where the code is posted, as `code` and `token`. */
  action: string;
  token: string;
  /** Why the code before was not taken; the form finds the words. */
  refused?: CodeRefusal['refused'] | undefined;
  /** What the button says: "Sign in", "Take my seat". */
  button?: string | undefined;
  /** Without the hint, where there is little room. */
  small?: boolean | undefined;
  /** The page to come back to after "send again"; this one unless told. */
  back?: string | undefined;
};

export function CodeForm({ view, action, token, refused, button, small, back }: CodeFormProps) {
  const t = words(view.lang);
  return (
    <div class="people-code">
      <form method="post" action={action}>
        <input type="hidden" name="token" value={token} />
        <Field
          label={t('code.label')}
          name="code"
          hint={small ? undefined : t('code.hint')}
          error={refused && t(`refused.${refused}`)}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={12}
          required
          autofocus={!small}
        />
        <Button>{button ?? t('code.button')}</Button>
      </form>
      <PostButton action={peoplePaths.codeAgain()} kind="link" fields={{ token, back: back ?? view.path }}>
        {t('code.again')}
      </PostButton>
    </div>
  );
}
