// The page of a phone that works the door: shows what it kept at once, then talks with the server.

import { render } from 'preact';
import { keepPage } from '#kit/offline-page.ts';
import { App } from './phone/app.tsx';
import { openModel } from './phone/model.ts';
import type { PhoneProps } from './phone/props.ts';
import { openStore } from './phone/store.ts';
import { keepTalking } from './phone/sync.ts';

export default async function phone(element: HTMLElement, props: PhoneProps): Promise<void> {
  const store = await openStore();
  const model = await openModel(props, store);
  element.replaceChildren();
  render(<App model={model} />, element);
  if (Date.now() >= props.shuts_at) return model.end('over');
  keepTalking(model);
  // Read ahead while there is a network, so that scanning does not need one later.
  await import('./phone/read-picture.ts').catch(() => {});
  await keepPage('device', props.paths.phone);
}
