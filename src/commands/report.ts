// How an import tells what became of every row.
import type { Terminal } from './terminal.ts';

type Told = { at: string; outcome: 'made' | 'changed' | 'same' | 'duplicate' | 'skipped'; because: string | null };

const words = { duplicate: 'duplicate', skipped: 'skipped', made: 'note', changed: 'note', same: 'note' } as const;

/** A line for each duplicate, each skipped row and each note, then the counts. `noun`: what was read, in the plural. */
export function report(terminal: Terminal, noun: string, told: readonly Told[]): void {
  for (const { at, outcome, because } of told) {
    if (because !== null) terminal.say(`  ${at}: ${words[outcome]}: ${because}`);
  }
  const count = (outcome: Told['outcome']) => told.filter((one) => one.outcome === outcome).length.toLocaleString('en');
  const counts = [
    `${told.length.toLocaleString('en')} ${noun} read`,
    `${count('made')} new`,
    `${count('changed')} changed`,
    `${count('same')} the same`,
    `${count('duplicate')} ${count('duplicate') === '1' ? 'duplicate' : 'duplicates'}`,
    `${count('skipped')} skipped`,
  ];
  terminal.say(`${counts.join(', ')}.`);
}
