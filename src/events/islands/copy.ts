// Adds a button that copies the text above it.

type Props = { of: string; copy: string; copied: string };

export default function copy(element: HTMLElement, { of, copy: label, copied }: Props): void {
  const text = document.getElementById(of) as HTMLTextAreaElement | null;
  if (!text || !navigator.clipboard) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'ui-button ui-button-quiet';
  button.textContent = label;
  const said = document.createElement('span');
  said.setAttribute('role', 'status');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.value);
      said.textContent = ` ${copied}`;
    } catch {
      // Not allowed here: what is marked can be copied by hand.
      text.select();
    }
  });
  element.append(button, said);
}
