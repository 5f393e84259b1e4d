// What this phone knows and what it may do: guests, what all phones saw, what is still to be sent. No pictures in here.
import type { GuestRow } from '../../expected-guests.ts';
import { type Book, openBook, type Scan } from '../../merge-rules.ts';
import { type NameIndex, openIndex } from '../../search-rules.ts';
import type { SyncAnswer } from '../../sync.ts';
import { type DoorGuest, judgeGuest, judgeTicket, type Verdict } from '../../verdict-rules.ts';
import type { PhoneProps } from './props.ts';
import type { Kept, Store } from './store.ts';
import { openReader } from './ticket.ts';

/** As many as a thumb scrolls through; whoever is not among them is found with one more letter. */
const MOST_FOUND = 12;

export type Over = 'revoked' | 'over';

export type Model = {
  props: PhoneProps;
  guests: ReadonlyMap<string, DoorGuest>;
  book: Book;
  room_capacity: number | null;
  phones: Record<string, string>;
  outside: SyncAnswer['outside'];
  unsent(): Scan[];
  /** The last few that hold of what this phone saw, the latest first. */
  recent(most: number): Scan[];
  /** Guests outside who were fetched, and nobody else knows yet. */
  fetched: Set<string>;
  unread: number;
  after: number;
  guests_since: string | null;
  is_online: boolean;
  over: Over | null;
  /** Heads of everybody with a seat. */
  expected(): number;
  waiting(): number;
  find(query: string): DoorGuest[];
  judge(text: string): Promise<Verdict>;
  judgeGuest(guest: DoorGuest): Verdict;
  letIn(guest: DoorGuest, heads: number): Scan;
  walkIn(name: string, heads: number): Scan;
  undo(scan: Scan): void;
  fetch(person_id: string): void;
  /** What the server answered: goes into what this phone knows, and is kept. */
  hear(answer: SyncAnswer, sent: readonly Scan[]): Promise<void>;
  end(why: Over): Promise<void>;
  setOnline(is: boolean): void;
  /** Called whenever something changed. */
  onChange(listener: () => void): void;
  /** Called when there is something to send. */
  onNew(listener: () => void): void;
};

/** What was kept of this evening comes back; of another one it is forgotten. */
export async function openModel(props: PhoneProps, store: Store): Promise<Model> {
  const guests = new Map<string, DoorGuest>();
  const unsent = new Map<string, Scan>();
  const book = openBook();
  const own: Scan[] = [];
  let index: NameIndex | null = null;
  /** What was searched for last: everything else that changes on the page asks for it again. */
  let last: { query: string; found: DoorGuest[] } | null = null;
  let counts: { expected: number; waiting: number } | null = null;
  const listeners: (() => void)[] = [];
  const senders: (() => void)[] = [];
  const changed = () => {
    for (const listener of listeners) listener();
  };

  const guestOf = (person_id: string) => guests.get(person_id);
  const read = openReader(props.key, (person_id) => guests.has(person_id));
  const door = () => ({ event_id: props.event_id, room_capacity: model.room_capacity, book, guest: guestOf });

  const see = (scan: Omit<Scan, 'scan_id' | 'device_id' | 'at'>): Scan => {
    const whole: Scan = { ...scan, scan_id: crypto.randomUUID(), device_id: props.device_id, at: Date.now() };
    book.add(whole);
    own.push(whole);
    unsent.set(whole.scan_id, whole);
    void store.keepScans([{ ...whole, is_sent: false }]);
    changed();
    for (const sender of senders) sender();
    return whole;
  };

  const takeGuests = (rows: readonly GuestRow[], isAll: boolean): boolean => {
    if (isAll) {
      guests.clear();
      index = null;
    }
    let isNews = isAll;
    for (const [person_id, name, party, stand] of rows) {
      const before = guests.get(person_id);
      if (before && before.name === name && before.party === party && before.stand === stand) continue;
      guests.set(person_id, { person_id, name, party, stand });
      if (before?.name !== name) index?.put(person_id, name);
      isNews = true;
    }
    if (isNews) counts = last = null;
    return isNews;
  };

  const count = () => {
    counts ??= [...guests.values()].reduce(
      (sum, { stand, party }) => ({
        expected: sum.expected + (stand === 'seat' ? party : 0),
        waiting: sum.waiting + (stand === 'waits' ? party : 0),
      }),
      { expected: 0, waiting: 0 },
    );
    return counts;
  };

  const indexed = (): NameIndex => {
    if (!index) {
      index = openIndex();
      for (const { person_id, name } of guests.values()) index.put(person_id, name);
    }
    return index;
  };

  const keptNow = (): Kept => ({
    event_id: props.event_id,
    after: model.after,
    guests_since: model.guests_since,
    unread: model.unread,
  });

  const model: Model = {
    props,
    guests,
    book,
    room_capacity: props.room_capacity,
    phones: {},
    outside: [],
    fetched: new Set(),
    unread: 0,
    after: 0,
    guests_since: null,
    is_online: false,
    over: null,
    unsent: () => [...unsent.values()],
    recent(most) {
      const found: Scan[] = [];
      for (let at = own.length - 1; at >= 0 && found.length < most; at--) {
        const scan = own[at] as Scan;
        if (scan.kind !== 'undo' && !book.isUndone(scan.scan_id)) found.push(scan);
      }
      return found;
    },
    expected: () => count().expected,
    waiting: () => count().waiting,
    find(query) {
      if (last?.query !== query) {
        const found = indexed().find(query, MOST_FOUND);
        last = { query, found: found.flatMap(({ person_id }) => guests.get(person_id) ?? []) };
      }
      return last.found;
    },
    judge: async (text) => judgeTicket(door(), await read(text)),
    judgeGuest: (guest) => judgeGuest(door(), guest),
    letIn: ({ person_id, party }, heads) =>
      see({ kind: 'in', person_id, heads, party: Math.max(party, heads), undoes: null, name: '' }),
    walkIn: (name, heads) => see({ kind: 'walk_in', person_id: null, heads, party: heads, undoes: null, name }),
    undo: ({ scan_id }) => {
      see({ kind: 'undo', person_id: null, heads: 0, party: 0, undoes: scan_id, name: '' });
    },
    fetch(person_id) {
      model.fetched.add(person_id);
      changed();
      for (const sender of senders) sender();
    },
    async hear(answer, sent) {
      for (const scan of sent) unsent.delete(scan.scan_id);
      const known = sent.map((scan) => ({ ...scan, is_sent: true }));
      const heard = answer.scans.filter((scan) => book.add(scan)).map((scan) => ({ ...scan, is_sent: true }));
      // The server was put back to an earlier day: it wants to hear everything again.
      if (answer.after < model.after) for (const scan of book.scans()) unsent.set(scan.scan_id, scan);
      const isNews = takeGuests(answer.guests, answer.all_guests);
      const isKept = isNews || answer.unread.length > 0 || answer.after !== model.after;
      model.unread += answer.unread.length;
      model.after = answer.after;
      model.guests_since = answer.guests_since;
      model.room_capacity = answer.room_capacity;
      model.phones = answer.phones;
      model.outside = answer.outside.filter(({ person_id }) => !model.fetched.has(person_id));
      if (known.length + heard.length > 0) await store.keepScans([...known, ...heard]);
      // Now, and not when the first name is typed.
      if (answer.all_guests) indexed();
      // The list before what was heard of it: a phone that is switched off in between hears it again.
      if (isNews) await store.keepGuests([...guests.values()].map(asRow));
      if (isKept) await store.keep(keptNow());
      changed();
    },
    async end(why) {
      model.over = why;
      guests.clear();
      index = last = null;
      changed();
      await store.wipe();
    },
    setOnline(is) {
      if (model.is_online === is) return;
      model.is_online = is;
      changed();
    },
    onChange: (listener) => void listeners.push(listener),
    onNew: (listener) => void senders.push(listener),
  };

  const { kept, guests: rows, scans } = await store.load();
  if (kept && kept.event_id !== props.event_id) await store.wipe();
  else {
    for (const { is_sent, ...scan } of scans.sort((a, b) => a.at - b.at)) {
      if (book.add(scan) && scan.device_id === props.device_id) own.push(scan);
      if (!is_sent) unsent.set(scan.scan_id, scan);
    }
    if (kept) {
      takeGuests(rows, true);
      model.after = kept.after;
      model.guests_since = kept.guests_since;
      model.unread = kept.unread;
    }
  }
  return model;
}

function asRow({ person_id, name, party, stand }: DoorGuest): GuestRow {
  return [person_id as GuestRow[0], name, party, stand];
}
