// Keeps the page of the night going on bad wifi: opens as it was last seen, counts minutes down, keeps a tap while the network is
// away and sends it once it is back. Every tap may be sent twice and counts once: a task is ticked or not, and "later" carries a
// number of its own.
import { keepAnswer, keepPage } from '#kit/offline-page.ts';

type Props = { who: string; now: string; next: string; kept: string; signin: string; needs: string };
type Tap = { action: string; body: string };

const MINUTE = 60_000;
/** How far off the next item may be for its minutes to be counted down; the page says the same. */
const COUNTED = 90;
const TRY_AGAIN_MS = 5000;
const GIVE_UP_MS = 12_000;

export default function night(element: HTMLElement, words: Props): void {
  const path = location.pathname;
  // Taps wait for whoever made them: somebody else signing in on this phone does not send them.
  const store = `ugroup-taps ${words.who} ${path}`;
  const said = document.createElement('p');
  said.className = 'tonight-said';
  said.setAttribute('role', 'status');
  element.prepend(said);
  const page = () => element.querySelector<HTMLElement>('.tonight-night') as HTMLElement;
  // The phone's clock may be wrong; how long ago the page came is not.
  let ahead = Date.now() - Number(page().dataset.now);
  let sending = false;
  // What was said when the page was kept is long over.
  if (isOld()) document.querySelector('.ui-flash')?.remove();

  element.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (!form.closest('[data-taps]')) return;
    event.preventDefault();
    const body = new URLSearchParams(new FormData(form) as never);
    if (form.action.endsWith('/late')) body.set('tapped_at', String(Date.now() - ahead));
    const first = body.get('delay_id');
    const isThere = ({ action, body: other }: Tap) =>
      action === form.action && (first ? other.includes(first) : other === body.toString());
    if (!taps().some(isThere)) keep([...taps(), { action: form.action, body: body.toString() }]);
    show();
    void send();
  });
  document.addEventListener('submit', askForNetwork);
  document.addEventListener('click', askForNetwork);
  addEventListener('online', () => void (taps().length > 0 ? send() : look()));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void (taps().length > 0 ? send() : look());
  });
  setInterval(() => {
    count();
    if (taps().length > 0) void send();
  }, TRY_AGAIN_MS);
  setInterval(() => {
    if (document.visibilityState === 'visible' && taps().length === 0) void look();
  }, MINUTE);
  show();
  if (taps().length > 0) void send();
  else if (isOld()) void look();
  void keepPage('person', path).catch(() => {});

  function taps(): Tap[] {
    try {
      return JSON.parse(localStorage.getItem(store) ?? '[]') as Tap[];
    } catch {
      return [];
    }
  }

  function keep(all: Tap[]): void {
    if (all.length > 0) localStorage.setItem(store, JSON.stringify(all));
    else localStorage.removeItem(store);
  }

  /** In order, one after the other. What the server answered is done; silence and its own troubles are not. */
  async function send(): Promise<void> {
    if (sending) return;
    sending = true;
    try {
      for (let [tap] = taps(); tap; [tap] = taps()) {
        const answer = await ask(tap.action, { method: 'POST', body: new URLSearchParams(tap.body) });
        if (answer.status >= 500) break;
        if (new URL(answer.url).pathname === '/signin') {
          say(words.signin);
          return;
        }
        keep(taps().slice(1));
        if (answer.ok) await draw(answer);
        else await look();
      }
    } catch {
      // The network is away: the tap stays where it is.
      setOld(true);
    } finally {
      sending = false;
    }
    show();
  }

  async function look(): Promise<void> {
    try {
      const answer = await ask(location.href, {});
      if (answer.ok && new URL(answer.url).pathname === path) await draw(answer);
    } catch {
      // Next time.
      setOld(true);
    }
  }

  function ask(url: string, how: RequestInit): Promise<Response> {
    return fetch(url, { ...how, headers: { accept: 'text/html' }, signal: AbortSignal.timeout(GIVE_UP_MS) });
  }

  /** Puts the page that came into the place of the one that is there, and of the one that is kept; who had the focus keeps it. */
  async function draw(answer: Response): Promise<void> {
    const copy = answer.clone();
    const came = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = came.querySelector<HTMLElement>('.tonight-night');
    if (!fresh) return;
    void keepAnswer('person', path, copy).catch(() => {});
    setOld(false);
    const buttons = () => [...page().querySelectorAll<HTMLElement>('a, button')];
    const focused = buttons().indexOf(document.activeElement as HTMLElement);
    page().replaceWith(fresh);
    if (focused >= 0) buttons()[focused]?.focus({ preventScroll: true });
    ahead = Date.now() - Number(fresh.dataset.now);
    const news = came.querySelector('.ui-flash')?.textContent;
    show();
    if (news) say(news);
  }

  /** What was kept says so, and when it was seen; the worker marks it alike. */
  function setOld(old: boolean): void {
    document.documentElement.toggleAttribute('data-kept', old);
  }

  function isOld(): boolean {
    return document.documentElement.hasAttribute('data-kept');
  }

  /** Other pages can't be had without a network: said here, instead of by the browser's own page. */
  function askForNetwork(event: Event): void {
    const way = event.type === 'submit' ? (event.target as Element) : (event.target as Element).closest('a');
    if (navigator.onLine || event.defaultPrevented || !way || way.matches('[href^="tel:"], [href^="#"]')) return;
    event.preventDefault();
    say(words.needs);
  }

  /** Marks what waits for the network, and says how much. */
  function show(): void {
    const waiting = taps();
    for (const form of page().querySelectorAll<HTMLFormElement>('[data-taps] form')) {
      const isKept = waiting.some(({ action }) => action === form.action && !action.endsWith('/late'));
      (form.closest('li') ?? form).classList.toggle('tonight-waiting', isKept);
    }
    say(waiting.length > 0 && !(sending && navigator.onLine) ? words.kept.replace('#', String(waiting.length)) : '');
  }

  function say(text: string): void {
    if (said.textContent !== text) said.textContent = text;
  }

  /** Moves "now" and "next" on, also while the network is away. */
  function count(): void {
    const now = Date.now() - ahead;
    let isNextNamed = false;
    for (const row of page().querySelectorAll<HTMLElement>('.tonight-item')) {
      const [starts, ends] = [Number(row.dataset.starts), Number(row.dataset.ends)];
      const is: 'later' | 'next' | 'now' | 'over' =
        starts > now ? (isNextNamed ? 'later' : 'next') : ends > now ? 'now' : 'over';
      isNextNamed ||= is === 'next';
      row.className = `tonight-item tonight-item-${is}`;
      row.setAttribute('aria-current', String(is === 'now'));
      const minutes = Math.ceil(((is === 'now' ? ends : starts) - now) / MINUTE);
      const isSaid = is === 'now' || (is === 'next' && minutes <= COUNTED);
      const left = row.querySelector('.tonight-left');
      if (left) left.textContent = isSaid ? words[is].replace('#', String(minutes)) : '';
    }
  }
}
