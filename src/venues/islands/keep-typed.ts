// Whoever goes looking for a venue in the middle of a form finds it again as they left it. Kept by this tab, until they are back.

export default function keepTyped(element: HTMLElement): void {
  const form = element.closest('form');
  if (!form) return;
  const key = `typed ${location.pathname}`;
  const kept = sessionStorage.getItem(key);
  const forget = () => sessionStorage.removeItem(key);
  forget();
  if (kept) restore(form, new Map(JSON.parse(kept) as [string, string[]][]));
  element.addEventListener('click', ({ target }) => {
    if (!(target as Element).closest('a')) return;
    const typed = new FormData(form);
    // What nobody touched may be another number at another venue.
    const names = [...typed.keys()].filter((name) => !isUntouched(form.elements.namedItem(name)));
    sessionStorage.setItem(key, JSON.stringify(names.map((name) => [name, typed.getAll(name)])));
  });
  // They never left this page: the way led to another tab, or the browser had kept it as it was. What is sent now is newer.
  form.addEventListener('submit', forget);
}

/** Fills in what is as the page brought it, so nothing typed since is lost; but for the venue, if one was chosen meanwhile. */
function restore(form: HTMLFormElement, kept: Map<string, string[]>): void {
  const isChosen = new URLSearchParams(location.search).has('venue');
  for (const field of form.elements) {
    const name = (field as HTMLInputElement).name;
    if (!name || (name === 'venue' && isChosen)) continue;
    const values = kept.get(name) ?? [];
    if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) {
      if (field.checked === field.defaultChecked) field.checked = values.includes(field.value);
    } else if (field instanceof HTMLSelectElement) {
      if (values[0] !== undefined) field.value = values[0];
    } else if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
      const isHidden = field.type === 'hidden';
      if (isHidden || field.value !== field.defaultValue || values[0] === undefined) continue;
      field.value = values[0];
      field.closest('details')?.setAttribute('open', '');
    }
  }
}

function isUntouched(field: unknown): boolean {
  if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) return false;
  return (
    (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) && field.value === field.defaultValue
  );
}
