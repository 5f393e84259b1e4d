// Things to press. One filled button per view; everything else is quiet.
import type { ComponentChildren } from 'preact';

type Kind = 'main' | 'quiet' | 'danger';

type ButtonProps = {
  kind?: Kind | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** For screen readers, when the same words stand on several buttons of a page. */
  label?: string | undefined;
  /** Id of a form that is not around the button. */
  form?: string | undefined;
  formaction?: string | undefined;
  formnovalidate?: boolean | undefined;
  disabled?: boolean | undefined;
  children: ComponentChildren;
};

/** Sends the form it stands in. */
export function Button({ kind = 'main', label, children, ...rest }: ButtonProps) {
  return (
    <button type="submit" class={`ui-button ui-button-${kind}`} aria-label={label} {...rest}>
      {children}
    </button>
  );
}

type ButtonLinkProps = {
  href: string;
  kind?: Kind | undefined;
  label?: string | undefined;
  download?: boolean | undefined;
  children: ComponentChildren;
};

/** Leads somewhere, looks like a button. */
export function ButtonLink({ href, kind = 'quiet', label, download, children }: ButtonLinkProps) {
  return (
    <a class={`ui-button ui-button-${kind}`} href={href} aria-label={label} download={download}>
      {children}
    </a>
  );
}

type PostButtonProps = {
  action: string;
  kind?: Kind | 'link' | undefined;
  /** Sent along, unseen. */
  fields?: Record<string, string> | undefined;
  label?: string | undefined;
  children: ComponentChildren;
};

/** A form that is only a button: join, leave, give the seat back. `link` looks like a link. */
export function PostButton({ action, kind = 'quiet', fields = {}, label, children }: PostButtonProps) {
  return (
    <form class="ui-post" method="post" action={action}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button
        type="submit"
        class={kind === 'link' ? 'ui-textbutton' : `ui-button ui-button-${kind}`}
        aria-label={label}
      >
        {children}
      </button>
    </form>
  );
}
