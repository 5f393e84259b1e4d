// The page put together: how many are in, what was just said about whom, the search, and three things within the thumb's reach.
import { useEffect, useRef, useState } from 'preact/hooks';
import { dropPages } from '#kit/offline-page.ts';
import { readSlip } from '#kit/slip.ts';
import type { Scan } from '../../merge-rules.ts';
import type { DoorGuest, Verdict } from '../../verdict-rules.ts';
import { Camera } from './camera-view.tsx';
import { Head } from './head.tsx';
import type { Model } from './model.ts';
import { More, Outside, Recent } from './more.tsx';
import { sayText } from './say.ts';
import { Found } from './search-view.tsx';
import { buzz, Card } from './verdict-card.tsx';
import { WalkIn } from './walk-in.tsx';

/** What was last said about somebody, and what was done about it. */
export type Judged = { verdict: Verdict; guest: DoorGuest | null; done: Scan | null; is_undone: boolean; n: number };

type Place = 'search' | 'camera' | 'walk_in' | 'more';

export function App({ model }: { model: Model }) {
  const [, redraw] = useState(0);
  const [place, setPlace] = useState<Place>('search');
  const [query, setQuery] = useState('');
  const [judged, setJudged] = useState<Judged | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const t = sayText(model.props.texts);
  useEffect(() => model.onChange(() => redraw((n) => n + 1)), [model]);
  if (model.over) return <Ended model={model} />;

  /** What was said last is over when one turns to something else. */
  const go = (to: Place, keeps = false) => {
    if (!keeps) setJudged(null);
    setPlace(to);
  };
  const say = (verdict: Verdict, guest: DoorGuest | null, done: Scan | null = null) => {
    buzz(verdict, done !== null);
    setJudged((before) => ({ verdict, guest, done, is_undone: false, n: (before?.n ?? 0) + 1 }));
  };
  const letIn = (guest: DoorGuest, heads: number) => {
    const verdict = model.judgeGuest(guest);
    say(verdict, guest, model.letIn(guest, heads));
    setQuery('');
  };
  /** A ticket for one person needs no second tap. */
  const judge = async (text: string) => {
    const verdict = await model.judge(text);
    const slip = readSlip(text.trim());
    const guest = slip && guestOf(model, verdict, slip.second, slip.count);
    if (verdict.is === 'welcome' && verdict.left === 1 && guest) letIn(guest, 1);
    else say(verdict, guest);
  };
  const type = (text: string) => {
    // A reader that types what it scans is a keyboard, too.
    if (readSlip(text.trim())) {
      setQuery('');
      void judge(text);
    } else setQuery(text);
  };
  const undo = (scan: Scan) => {
    model.undo(scan);
    setJudged((before) => (before?.done?.scan_id === scan.scan_id ? { ...before, is_undone: true } : before));
  };
  const close = () => {
    setJudged(null);
    field.current?.focus();
  };

  return (
    <div class="door-phone">
      <Head model={model} t={t} />
      <Outside model={model} t={t} />
      {place === 'camera' && <Camera t={t} onCode={(text) => void judge(text)} />}
      {judged && <Card judged={judged} model={model} t={t} letIn={letIn} undo={undo} close={close} />}
      {place === 'walk_in' && (
        <WalkIn
          model={model}
          t={t}
          onDone={(scan) => {
            say({ is: 'welcome', person_id: '', left: 0, party: scan.heads, is_new: false }, null, scan);
            go('search', true);
          }}
        />
      )}
      {place === 'more' && <More model={model} t={t} undo={undo} />}
      {place === 'search' && (
        <div class="door-search">
          <label class="door-label" for="door-query">
            {t('search')}
          </label>
          <input
            id="door-query"
            ref={field}
            class="door-input"
            type="search"
            autocomplete="off"
            autocorrect="off"
            autocapitalize="off"
            spellcheck={false}
            enterkeyhint="search"
            dir="auto"
            value={query}
            onInput={(event) => type(event.currentTarget.value)}
          />
          <Found model={model} query={query} t={t} onPick={(guest) => say(model.judgeGuest(guest), guest)} />
          {query.trim() === '' && <Recent model={model} t={t} undo={undo} />}
        </div>
      )}
      <nav class="door-bar">
        <BarButton
          is={place === 'camera'}
          words={t(place === 'camera' ? 'scan.stop' : 'scan')}
          press={() => go(place === 'camera' ? 'search' : 'camera')}
        />
        <BarButton
          is={place === 'walk_in'}
          words={t(place === 'walk_in' ? 'back' : 'walk_in')}
          press={() => go(place === 'walk_in' ? 'search' : 'walk_in')}
        />
        <BarButton
          is={place === 'more'}
          words={t(place === 'more' ? 'back' : 'more')}
          press={() => go(place === 'more' ? 'search' : 'more')}
        />
      </nav>
    </div>
  );
}

function BarButton({ is, words, press }: { is: boolean; words: string; press: () => void }) {
  return (
    <button type="button" class="door-bar-button" aria-pressed={is} onClick={press}>
      {words}
    </button>
  );
}

/** Whom a ticket is about; somebody this phone has not heard of yet has no name. */
function guestOf(model: Model, verdict: Verdict, person_id: string, party: number): DoorGuest | null {
  if (!('person_id' in verdict)) return null;
  return model.guests.get(person_id) ?? { person_id, name: '', party, stand: 'seat' };
}

function Ended({ model }: { model: Model }) {
  const t = sayText(model.props.texts);
  useEffect(() => void dropPages('device'), []);
  return (
    <div class="door-phone door-ended">
      <h1 class="door-title">{t(model.over === 'over' ? 'over.over' : 'over.revoked')}</h1>
      <p>{t('over.text')}</p>
      <a class="door-big" href={model.props.paths.phone}>
        {t('over.again')}
      </a>
    </div>
  );
}
