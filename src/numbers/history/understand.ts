// What a file says, once it is known which column means what: evenings with their counts, people with an address, and what
// was not understood. Pure; nothing is written here.
import { foreignLine } from '#kit/foreign-text.ts';
import { isMailAddress } from '#kit/mail/index.ts';
import { columnsOf, type Mapping } from './map-columns.ts';
import type { Kind, Meaning } from './meanings.ts';
import { dayIn, isThere, numberIn, stoodBy } from './read-cell.ts';
import type { FileTable } from './read-table.ts';

export type FoundEvening = { held_on: string; title: string; signed_up: number; came: number | null };
export type FoundContact = { name: string; address: string };
export type Trouble = {
  line: number;
  why: 'too_many_cells' | 'broken' | 'no_day' | 'not_over' | 'no_number' | 'too_many' | 'bad_address' | 'nobody';
};

export type Understood = {
  evenings: FoundEvening[];
  contacts: FoundContact[];
  troubles: Trouble[];
  /** The file has a column of addresses at all. */
  has_addresses: boolean;
  /** People named without an address: they are not kept. */
  nameless: number;
  /** Words for a status nobody knows; whoever has one is taken to have had a seat. */
  unknown_statuses: string[];
  /** A row for each guest and no day: which evening it was has to be said. */
  needs_day: boolean;
};

/** `day`: of the evening, where no column says it. `today`: evenings lie before it, or on it. */
export type Reading = { kind: Kind; mapping: Mapping; day: string | null; today: string };

/** More at one evening are several of one day, or no evening. */
const MOST_HEADS = 20_000;

type Tally = { title: string; signed_up: number; came: number };

/** Reads every row; those that cannot be are named by their line, and the others still count. */
export function understand(table: FileTable, { kind, mapping, day, today }: Reading): Understood {
  const column = (meaning: Meaning) => columnsOf(mapping, meaning)[0];
  const by = new Map(
    (
      [
        'name',
        'first_name',
        'last_name',
        'address',
        'status',
        'heads',
        'guests',
        'checked_in',
        'day',
        'title',
        'signed_up',
        'came',
      ] as const
    ).map((meaning) => [meaning, column(meaning)] as const),
  );
  const troubles: Trouble[] = [...table.bad];
  const evenings = new Map<string, Tally>();
  const contacts = new Map<string, FoundContact>();
  const unknown = new Set<string>();
  let nameless = 0;
  let counted = false;

  for (const { line, cells } of table.rows) {
    const cell = (meaning: Meaning) => foreignLine(cells[by.get(meaning as never) ?? ''] ?? '');
    const held_on = by.get('day') ? dayIn(cell('day')) : day;
    if (kind === 'counts') {
      const wrong = addCounts(evenings, held_on, today, cell, Boolean(by.get('came')));
      if (wrong) troubles.push({ line, why: wrong });
      continue;
    }
    const name = cell('name') || [cell('first_name'), cell('last_name')].filter(Boolean).join(' ');
    const address = cell('address').replace(/^mailto:/i, '');
    if (name === '' && address === '') {
      troubles.push({ line, why: 'nobody' });
      continue;
    }
    const isAddress = isMailAddress(address) && address.length <= 254 && /\.[^.]{2,}$/.test(address);
    if (address !== '' && !isAddress) troubles.push({ line, why: 'bad_address' });
    if (isAddress)
      contacts.set(address.toLowerCase(), contacts.get(address.toLowerCase()) ?? { name: name.slice(0, 120), address });
    else nameless++;
    if (kind === 'people' || (held_on === null && !by.get('day'))) continue;
    if (held_on === null || held_on > today) {
      troubles.push({ line, why: held_on === null ? 'no_day' : 'not_over' });
      continue;
    }
    const stood = by.get('status') ? stoodBy(cell('status')) : 'seat';
    if (stood === 'unknown') unknown.add(cell('status').slice(0, 60));
    const came = stood === 'came' || (by.get('checked_in') !== undefined && isThere(cell('checked_in')));
    counted ||= came;
    const heads = Math.min(50, by.get('heads') ? (numberIn(cell('heads')) ?? 1) : 1 + (numberIn(cell('guests')) ?? 0));
    const tally = evenings.get(held_on) ?? { title: cell('title').slice(0, 140), signed_up: 0, came: 0 };
    if (Math.max(tally.signed_up, tally.came) + heads > MOST_HEADS) {
      troubles.push({ line, why: 'too_many' });
      continue;
    }
    // Nothing said and yet there: came without having signed up.
    if (stood !== 'none' && stood !== 'empty') tally.signed_up += heads;
    if (came) tally.came += heads;
    evenings.set(held_on, tally);
  }
  return {
    evenings: listed(evenings, kind === 'counts' ? by.get('came') !== undefined : counted),
    contacts: [...contacts.values()],
    troubles: troubles.sort((a, b) => a.line - b.line),
    has_addresses: by.get('address') !== undefined,
    nameless,
    unknown_statuses: [...unknown].slice(0, 8),
    needs_day: kind !== 'people' && by.get('day') === undefined && day === null,
  };
}

function addCounts(
  evenings: Map<string, Tally>,
  held_on: string | null,
  today: string,
  cell: (meaning: Meaning) => string,
  hasCame: boolean,
): Trouble['why'] | undefined {
  if (held_on === null) return 'no_day';
  if (held_on > today) return 'not_over';
  const signed_up = numberIn(cell('signed_up'));
  const came = hasCame ? numberIn(cell('came')) : 0;
  if (signed_up === null || came === null) return 'no_number';
  const tally = evenings.get(held_on) ?? { title: cell('title').slice(0, 140), signed_up: 0, came: 0 };
  if (tally.signed_up + signed_up > MOST_HEADS || tally.came + came > MOST_HEADS) return 'too_many';
  evenings.set(held_on, { ...tally, signed_up: tally.signed_up + signed_up, came: tally.came + came });
  return undefined;
}

/** An evening at which nobody was ticked off in a file that ticks others off had nobody counting. */
function listed(evenings: ReadonlyMap<string, Tally>, counted: boolean): FoundEvening[] {
  return [...evenings]
    .map(([held_on, { title, signed_up, came }]) => ({
      held_on,
      title,
      signed_up,
      came: counted && came > 0 ? came : null,
    }))
    .filter(({ signed_up, came }) => signed_up > 0 || (came ?? 0) > 0)
    .sort((a, b) => (a.held_on < b.held_on ? -1 : 1));
}
