// Lets go of the pages this browser keeps for one person: when the form with this address is sent from its spot, or, where nobody is
// signed in, at once.
import { dropPages } from '#kit/offline-page.ts';

/** A browser that can't let go must not keep anybody from signing out. */
const PATIENCE_MS = 2000;

export default function forget(element: HTMLElement, { at }: { at: string | null }): void {
  if (at === null) return void dropPages('person').catch(() => {});
  element.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.getAttribute('action') !== at) return;
    event.preventDefault();
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
    const dropped = dropPages('person').catch(() => {});
    void Promise.race([dropped, late]).then(() => form.submit());
  });
}
