// Moves about the map without a new page: its links are followed in place, it can be dragged, and arrows move it.

type Circle = { latitude: number; longitude: number; degrees: number };
type Props = { circle: Circle | null; path: string };

export default function panMap(element: HTMLElement, first: Props): void {
  let { circle, path } = first;
  let from: { x: number; y: number; moved: boolean } | null = null;
  ready();

  element.addEventListener('click', (event) => {
    if (from?.moved) event.preventDefault();
    const link = (event.target as Element).closest('a[data-map]');
    if (!link || from?.moved || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void go(link.getAttribute('href') ?? path, true);
  });
  window.addEventListener('popstate', () => void go(location.pathname + location.search, false));

  element.addEventListener('pointerdown', (event) => {
    from =
      circle && onMap(event.target) && event.isPrimary ? { x: event.clientX, y: event.clientY, moved: false } : null;
  });
  window.addEventListener('pointermove', (event) => {
    if (!from || event.buttons === 0) return;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    from.moved ||= Math.hypot(dx, dy) > 6;
    const scale = unit();
    if (from.moved) all()?.setAttribute('transform', `translate(${dx * scale} ${dy * scale})`);
  });
  window.addEventListener('pointerup', (event) => {
    if (from?.moved) move((from.x - event.clientX) * unit(), (event.clientY - from.y) * unit());
    // The click that ends a drag must still see that it was one.
    setTimeout(() => {
      from = null;
    });
  });
  window.addEventListener('pointercancel', () => {
    from = null;
    all()?.removeAttribute('transform');
  });
  element.addEventListener('dragstart', (event) => event.preventDefault());

  element.addEventListener('keydown', (event) => {
    if (!onMap(event.target)) return;
    const side = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    const link = { '+': 'closer', '-': 'wider' }[event.key];
    if (link) element.querySelector<HTMLElement>(`a[data-map="${link}"]`)?.click();
    if (side && circle) move((side[0] as number) * 200, (side[1] as number) * 200);
    if (link || (side && circle)) event.preventDefault();
  });

  /** By units of the drawing, to the right and up. */
  function move(right: number, up: number): void {
    if (!circle) return;
    const { latitude, longitude } = pointAt(circle, right, up);
    const at = `${latitude.toFixed(1)},${longitude.toFixed(1)},${circle.degrees}`;
    void go(`${path}${path.includes('?') ? '&' : '?'}at=${at}`, true);
  }

  async function go(href: string, push: boolean): Promise<void> {
    element.dataset.busy = '';
    try {
      const answer = await fetch(href);
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const next = page.querySelector<HTMLElement>(`[data-island="${element.dataset.island}"]`);
      if (!answer.ok || !next) throw new Error('no map there');
      const hadFocus = element.contains(document.activeElement);
      element.replaceChildren(...next.childNodes);
      ({ circle, path } = JSON.parse(next.dataset.props ?? '{}') as Props);
      if (push) history.pushState(null, '', href);
      ready();
      if (hadFocus) element.querySelector<SVGElement>('.site-map')?.focus({ preventScroll: true });
    } catch {
      location.assign(href);
    } finally {
      delete element.dataset.busy;
    }
  }

  function ready(): void {
    const map = element.querySelector('.site-map');
    map?.setAttribute('tabindex', '0');
    if (circle) map?.setAttribute('data-drag', '');
  }

  function onMap(target: EventTarget | null): boolean {
    return target instanceof Element && target.closest('.site-map') !== null;
  }

  function all(): Element | null {
    return element.querySelector('.site-map-all');
  }

  /** Units of the drawing in a pixel of the screen. */
  function unit(): number {
    return WIDTH / (element.querySelector('.site-map')?.clientWidth || WIDTH);
  }
}

// As the server draws it (site/map/frame.ts).
const WIDTH = 640;
const HALF = 210;

/** The inverse of the azimuthal equal-area projection (Snyder 1987, 24-14 and on). */
function pointAt(circle: Circle, x: number, y: number): { latitude: number; longitude: number } {
  const rad = Math.PI / 180;
  const scale = HALF / (2 * Math.sin((circle.degrees * rad) / 2));
  const far = Math.hypot(x, y) || 1e-9;
  const c = 2 * Math.asin(Math.min(1, far / (2 * scale)));
  const middle = circle.latitude * rad;
  const latitude = Math.asin(Math.cos(c) * Math.sin(middle) + (y * Math.sin(c) * Math.cos(middle)) / far) / rad;
  const turned = Math.atan2(x * Math.sin(c), far * Math.cos(middle) * Math.cos(c) - y * Math.sin(middle) * Math.sin(c));
  const longitude = ((circle.longitude + turned / rad + 540) % 360) - 180;
  return { latitude, longitude };
}
