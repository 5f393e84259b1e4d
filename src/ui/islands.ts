// The loader: fetches an island's module when its spot comes into view, and hands it the spot and its props.

async function start(element: HTMLElement): Promise<void> {
  const { module, props } = element.dataset;
  if (!module) return;
  const loaded: { default: (element: HTMLElement, props: unknown) => void } = await import(module);
  loaded.default(element, JSON.parse(props ?? '{}'));
  element.dataset.ready = '';
}

const seen = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      seen.unobserve(target);
      void start(target as HTMLElement);
    }
  },
  { rootMargin: '200px' },
);

for (const spot of document.querySelectorAll('[data-island]')) seen.observe(spot);
