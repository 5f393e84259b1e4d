// Somebody without a seat: a name if they like, how many, and in. Fifteen seconds.
import { useState } from 'preact/hooks';
import type { Scan } from '../../merge-rules.ts';
import { isFull, roomLeft } from '../../verdict-rules.ts';
import type { Model } from './model.ts';
import type { Say } from './say.ts';

const counts = [1, 2, 3, 4];

export function WalkIn({ model, t, onDone }: { model: Model; t: Say; onDone: (scan: Scan) => void }) {
  const [name, setName] = useState('');
  const [heads, setHeads] = useState(1);
  const waiting = model.waiting();
  const full = isFull(model);
  return (
    <form
      class="door-walk-in"
      onSubmit={(event) => {
        event.preventDefault();
        if (!full) onDone(model.walkIn(name.trim(), heads));
      }}
    >
      <h2 class="door-over">{t('walk_in.title')}</h2>
      {waiting > 0 && <p class="door-hint">{t('walk_in.waiting', { n: waiting })}</p>}
      <label class="door-label" for="door-walk-in-name">
        {t('walk_in.name')}
      </label>
      <input
        id="door-walk-in-name"
        class="door-input"
        value={name}
        maxLength={100}
        autocomplete="off"
        dir="auto"
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <fieldset class="door-choice">
        <legend class="door-label">{t('walk_in.heads')}</legend>
        {counts.map((n) => (
          <button
            key={n}
            type="button"
            class="door-way"
            aria-pressed={heads === n}
            disabled={n > roomLeft(model)}
            onClick={() => setHeads(n)}
          >
            {n}
          </button>
        ))}
      </fieldset>
      <p class="door-hint">{t('walk_in.conduct')}</p>
      <button type="submit" class="door-big" disabled={full}>
        {full ? t('full') : t('walk_in.let_in')}
      </button>
    </form>
  );
}
