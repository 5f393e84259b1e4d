// Ids are UUIDv7 (RFC 9562 §5.7) made by the application: in order of time, and no server has to be asked.
import { randomFillSync } from 'node:crypto';

/** An id knows its table: an `Id<'events.event'>` cannot be passed where a person is wanted. */
export type Id<T extends string> = string & { readonly __table: T };

const pool = new Uint8Array(16 * 256);
let used = pool.length;
let lastMs = 0;
let counter = 0;

/** A new id. Ids made by one process are in order even within a millisecond (12-bit counter, method 1 of the RFC). */
export function newId<T extends string>(now: number = Date.now()): Id<T> {
  if (now > lastMs) {
    lastMs = now;
    counter = 0;
  } else if (++counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  const rand = Buffer.from(pool.buffer, used, 8);
  used += 16;
  const tail = rand.toString('hex');
  const variant = ((Number.parseInt(tail[0] ?? '0', 16) & 0x3) | 0x8).toString(16);
  const c = counter.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${c}-${variant}${tail.slice(1, 4)}-${tail.slice(4)}` as Id<T>;
}

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True when a text from outside could be one of our ids; anything else is a 404, not a database error. */
export function isId<T extends string>(text: unknown): text is Id<T> {
  return typeof text === 'string' && shape.test(text);
}

/** Another id of the same moment and the same place in the order, for a row that comes where its own id is taken. */
export function twinId<T extends string>(id: Id<T> | string): Id<T> {
  const tail = randomFillSync(Buffer.alloc(8)).toString('hex');
  return `${id.slice(0, 20)}${tail.slice(0, 3)}-${tail.slice(3, 15)}` as Id<T>;
}
