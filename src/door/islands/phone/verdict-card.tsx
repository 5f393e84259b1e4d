// What is said about somebody, loud enough to be seen at arm's length: a sign, a word, a colour, and never a colour alone.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Scan } from '../../merge-rules.ts';
import type { DoorGuest, Verdict } from '../../verdict-rules.ts';
import type { Judged } from './app.tsx';
import type { Model } from './model.ts';
import { clockAt, type Say } from './say.ts';

type Props = {
  judged: Judged;
  model: Model;
  t: Say;
  letIn: (guest: DoorGuest, heads: number) => void;
  undo: (scan: Scan) => void;
  close: () => void;
};

type Tone = 'yes' | 'ask' | 'no';
const SAME_TAP_MS = 500;
const signs: Record<Tone, string> = { yes: '✓', ask: '?', no: '✕' };

export function Card(props: Props) {
  const { judged, model, t, close } = props;
  const { verdict, guest, done, is_undone } = judged;
  const card = useRef<HTMLElement>(null);
  const tone = toneOf(verdict, done !== null && !is_undone);
  // Whoever uses a screen reader is told, and goes on from here.
  useEffect(() => card.current?.focus(), [judged.n]);
  const name = guest ? guest.name || t('guest.unnamed') : (done?.name ?? '');
  return (
    <section ref={card} tabIndex={-1} class={`door-card door-card-${tone}`} data-verdict={verdict.is} role="alert">
      <p class="door-sign" aria-hidden="true">
        {is_undone ? '↺' : signs[tone]}
      </p>
      <div class="door-card-text">
        <p class="door-word">{is_undone ? t('undone') : wordOf(verdict, done, t)}</p>
        {name && (
          <p class="door-name">
            <bdi>{name}</bdi>
          </p>
        )}
        {!done && <p>{why(verdict, model, t)}</p>}
      </div>
      <div class="door-card-ways">
        <Ways {...props} />
        <button type="button" class="door-way door-way-quiet" onClick={close}>
          {t('back')}
        </button>
      </div>
    </section>
  );
}

/** What can be done about it, the likeliest first. */
function Ways({ judged, t, letIn, undo }: Props) {
  const { verdict, guest, done, is_undone } = judged;
  if (done && !is_undone) {
    return <Undo key={done.scan_id} words={t('undo')} press={() => undo(done)} />;
  }
  if (!guest || is_undone) return null;
  if (verdict.is === 'welcome') {
    if (verdict.left === 1) return <Way words={t('welcome.let_in')} press={() => letIn(guest, 1)} />;
    const fewer = Array.from({ length: Math.min(verdict.left - 1, 5) }, (_, i) => verdict.left - 1 - i);
    return (
      <>
        <Way words={t('welcome.all', { n: verdict.left })} press={() => letIn(guest, verdict.left)} />
        {fewer.map((n) => (
          <Way key={n} words={String(n)} press={() => letIn(guest, n)} />
        ))}
      </>
    );
  }
  if (verdict.is === 'no_seat') return <Way words={t('no_seat.let_in')} press={() => letIn(guest, guest.party)} />;
  return null;
}

/** Comes to lie under the thumb that has just let somebody in, so a second tap of the same moment is not for it. */
function Undo({ words, press }: { words: string; press: () => void }) {
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setReady(true), SAME_TAP_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <button type="button" class="door-way" disabled={!isReady} onClick={press}>
      {words}
    </button>
  );
}

function Way({ words, press }: { words: string; press: () => void }) {
  return (
    <button type="button" class="door-way" onClick={press}>
      {words}
    </button>
  );
}

function toneOf({ is }: Verdict, isDone: boolean): Tone {
  if (isDone) return 'yes';
  if (is === 'welcome' || is === 'no_seat') return 'ask';
  return 'no';
}

function wordOf(verdict: Verdict, done: Scan | null, t: Say): string {
  if (done) return done.heads === 1 ? t('done.one') : t('done', { n: done.heads });
  return t(verdict.is);
}

function why(verdict: Verdict, model: Model, t: Say): string {
  switch (verdict.is) {
    case 'welcome':
      return verdict.is_new ? t('welcome.new') : verdict.left > 1 ? t('welcome.ask') : '';
    case 'again': {
      const door = model.phones[verdict.device_id] ?? '';
      const here = verdict.device_id === model.props.device_id ? t('again.here') : door;
      const when = t('again.when', { time: clockAt(model.props, verdict.at), door: here });
      return model.book.arrival(verdict.person_id)?.is_doubled ? `${when}. ${t('again.twice')}` : when;
    }
    case 'no_seat':
      return `${t(`guest.${verdict.stand}`)}. ${t('see')}`;
    case 'full':
      return t('see');
    case 'elsewhere':
      return t('elsewhere.text');
    case 'forged':
      return t('forged.text');
    case 'no_ticket':
      return t('no_ticket.text');
  }
}

/** Felt in the pocket of whoever looks at the guest and not at the screen: short for yes, three times for no. */
export function buzz({ is }: Verdict, isDone: boolean): void {
  if (!('vibrate' in navigator)) return;
  navigator.vibrate(isDone ? 60 : is === 'welcome' ? 30 : [120, 60, 120, 60, 120]);
}
