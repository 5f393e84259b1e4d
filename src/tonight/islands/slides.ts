// Turns the scrolling page of slides into a show: keys, taps, the whole screen, and a screen that stays awake.

type Props = { before: string; after: string; full: string };

const ahead = ['ArrowRight', 'ArrowDown', 'PageDown', ' ', 'Enter', 'n', 'j'];
const back = ['ArrowLeft', 'ArrowUp', 'PageUp', 'Backspace', 'p', 'k'];

export default function slides(element: HTMLElement, { before, after, full }: Props): void {
  const all = [...document.querySelectorAll<HTMLElement>('.tonight-slide')];
  const here = () => {
    const middle = window.innerHeight / 2;
    const at = all.findIndex((slide) => slide.getBoundingClientRect().bottom > middle);
    return at < 0 ? all.length - 1 : at;
  };
  const go = (to: number) => {
    const slide = all[Math.min(Math.max(to, 0), all.length - 1)];
    slide?.scrollIntoView();
    // Where a screen reader goes on reading.
    slide?.focus({ preventScroll: true });
  };

  addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || isControl(event)) return;
    if (ahead.includes(event.key) && !event.shiftKey) go(here() + 1);
    else if (back.includes(event.key) || event.key === ' ') go(here() - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(all.length - 1);
    else if (event.key === 'f') wholeScreen();
    else return;
    event.preventDefault();
  });

  for (const slide of all) {
    slide.addEventListener('click', (event) => {
      // Whoever marks a text or follows a link means that.
      if (event.target instanceof Element && event.target.closest('a, button')) return;
      if (String(getSelection() ?? '') !== '') return;
      go(here() + (event.clientX < window.innerWidth / 3 ? -1 : 1));
    });
  }

  element.append(
    button('‹', before, () => go(here() - 1)),
    button('›', after, () => go(here() + 1)),
  );
  if (document.fullscreenEnabled) element.append(button(full, full, wholeScreen));
  stayAwake();
}

/** Keys that press what has the focus are left to it. */
function isControl({ key, target }: KeyboardEvent): boolean {
  return [' ', 'Enter'].includes(key) && target instanceof Element && target.closest('a, button') !== null;
}

function wholeScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen();
  else void document.documentElement.requestFullscreen().catch(() => {});
}

function button(text: string, label: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'ui-textbutton';
  made.textContent = text;
  made.setAttribute('aria-label', label);
  made.addEventListener('click', press);
  return made;
}

/** The browser lets go of the lock whenever the page is hidden, so it is asked for again. */
function stayAwake(): void {
  if (!('wakeLock' in navigator)) return;
  const ask = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock.request('screen').catch(() => {});
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
