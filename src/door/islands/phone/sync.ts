// Talks with the server: at once when something was seen, and every few seconds to hear what the others saw.
import type { SyncAnswer } from '../../sync.ts';
import type { Model } from './model.ts';

/** How long a ticket used at one door may be unknown at the next, with any network. */
const EVERY_MS = 2500;
const PATIENCE_MS = 8000;
/** Two frames of a slow phone. */
const SHOWN_MS = 40;
/** More than this goes in the next request, right after. */
const MOST = 1000;

/** Begins to talk; goes on until the evening is over for this phone. */
export function keepTalking(model: Model): void {
  let timer = 0;
  let isTalking = false;
  let isWanted = false;

  const talk = async (): Promise<void> => {
    if (model.over) return;
    if (isTalking) {
      isWanted = true;
      return;
    }
    isTalking = true;
    isWanted = false;
    clearTimeout(timer);
    const said = await ask(model).catch(() => 'away' as const);
    isTalking = false;
    model.setOnline(said !== 'away');
    if (said === 'over') return;
    if (said === 'more' || (isWanted && said !== 'away')) return talk();
    timer = window.setTimeout(() => void talk(), EVERY_MS);
  };

  // The verdict is shown first; what is seen meanwhile goes along.
  model.onNew(() => {
    clearTimeout(timer);
    timer = window.setTimeout(() => void talk(), SHOWN_MS);
  });
  addEventListener('online', () => void talk());
  addEventListener('offline', () => model.setOnline(false));
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && void talk());
  void talk();
}

/** One request. `more`: ask again at once. Throws where there is no network, or a server that is not itself. */
async function ask(model: Model): Promise<'done' | 'more' | 'over'> {
  const scans = model.unsent().slice(0, MOST);
  const fetched = [...model.fetched].slice(0, 100);
  const answer = await fetch(model.props.paths.sync, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ after: model.after, guests_since: model.guests_since, scans: scans.map(asSent), fetched }),
    signal: AbortSignal.timeout(PATIENCE_MS),
    redirect: 'error',
  });
  if (answer.status === 401) {
    const { refused } = (await answer.json()) as { refused: string };
    await model.end(refused === 'door.over' ? 'over' : 'revoked');
    return 'over';
  }
  if (!answer.ok) throw new Error(String(answer.status));
  const heard = (await answer.json()) as SyncAnswer;
  await model.hear(heard, scans);
  for (const person_id of fetched)
    if (!heard.outside.some((one) => one.person_id === person_id)) model.fetched.delete(person_id);
  return heard.more || model.unsent().length > 0 ? 'more' : 'done';
}

/** Without what the server knows anyway, or what the kind of scan leaves empty. */
function asSent({ scan_id, kind, person_id, undoes, name, heads, party, at }: ReturnType<Model['unsent']>[number]) {
  if (kind === 'undo') return { scan_id, kind, undoes, at };
  return kind === 'in' ? { scan_id, kind, person_id, heads, party, at } : { scan_id, kind, name, heads, at };
}
