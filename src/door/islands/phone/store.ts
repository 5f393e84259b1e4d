// What the phone keeps so that it can go on after it was shut without a network; and how it forgets all of it.
import type { GuestRow } from '../../expected-guests.ts';
import type { Scan } from '../../merge-rules.ts';

const NAME = 'ugroup-door';

/** Where this phone is in what it has heard, and of which evening. */
export type Kept = { event_id: string; after: number; guests_since: string | null; unread: number };
export type KeptScan = Scan & { is_sent: boolean };

export type Store = {
  load(): Promise<{ kept: Kept | undefined; guests: GuestRow[]; scans: KeptScan[] }>;
  /** Resolves when they would survive the phone being switched off. */
  keepScans(scans: KeptScan[]): Promise<void>;
  keep(kept: Kept): Promise<void>;
  /** The whole list; apart, because it is long and changes seldom. */
  keepGuests(guests: GuestRow[]): Promise<void>;
  /** Forgets everything. */
  wipe(): Promise<void>;
};

/** Opens the phone's own database; where there is none (a private window) what is kept lasts as long as the page. */
export async function openStore(): Promise<Store> {
  const db = await open().catch(() => null);
  if (!db) return inMemory();
  return {
    async load() {
      const tx = db.transaction(['kept', 'scans']);
      const [kept, guests, scans] = await Promise.all([
        asked<Kept | undefined>(tx.objectStore('kept').get('kept')),
        asked<GuestRow[] | undefined>(tx.objectStore('kept').get('guests')),
        asked<KeptScan[]>(tx.objectStore('scans').getAll()),
      ]);
      return { kept, guests: guests ?? [], scans };
    },
    keepScans(scans) {
      const tx = db.transaction('scans', 'readwrite', { durability: 'strict' });
      for (const scan of scans) tx.objectStore('scans').put(scan);
      return done(tx);
    },
    keep(kept) {
      const tx = db.transaction('kept', 'readwrite');
      tx.objectStore('kept').put(kept, 'kept');
      return done(tx);
    },
    keepGuests(guests) {
      const tx = db.transaction('kept', 'readwrite');
      tx.objectStore('kept').put(guests, 'guests');
      return done(tx);
    },
    async wipe() {
      const tx = db.transaction(['kept', 'scans'], 'readwrite');
      tx.objectStore('kept').clear();
      tx.objectStore('scans').clear();
      await done(tx);
    },
  };
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('kept');
      request.result.createObjectStore('scans', { keyPath: 'scan_id' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function asked<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result as T);
    request.onerror = () => reject(request.error);
  });
}

function done(tx: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onerror = () => reject(tx.error);
    tx.onabort = () => reject(tx.error);
  });
}

function inMemory(): Store {
  return {
    load: async () => ({ kept: undefined, guests: [], scans: [] }),
    keepScans: async () => {},
    keep: async () => {},
    keepGuests: async () => {},
    wipe: async () => {},
  };
}
