// Chooses the browser's own time zone while nobody has chosen one.
type Props = { guessed: boolean };

export default function guessZone(element: HTMLElement, { guessed }: Props): void {
  const select = element.querySelector('select');
  if (!select || !guessed) return;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const option = [...select.options].find(({ value }) => value === zone);
  if (option) option.selected = true;
}
