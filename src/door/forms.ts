// What a phone or a page may send about the door, as typed values; of many scans each is looked at by itself.
import { address, readForm, ticked, z } from '#kit/form.ts';
import { isMailAddress } from '#kit/mail/index.ts';
import type { Scan } from './merge-rules.ts';

/** At most this many in one request; a phone with more sends the rest right after. */
export const SCANS_PER_REQUEST = 1000;
const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
const heads = z.number().int().min(1).max(99);
/** A clock that is a year wrong is wrong; the server's own moment is nearer. */
const YEAR = 366 * 86_400_000;

const common = { scan_id: uuid, at: z.number().finite() };
const scanForm = z.discriminatedUnion('kind', [
  z.object({ ...common, kind: z.literal('in'), person_id: uuid, heads, party: heads }),
  z.object({ ...common, kind: z.literal('walk_in'), heads, name: z.string().max(200).default('') }),
  z.object({ ...common, kind: z.literal('undo'), undoes: uuid }),
]);

const syncForm = z.object({
  /** Number of the last scan this phone heard of. */
  after: z.number().int().min(0).max(2_000_000_000),
  /** Since when it knows the guests; nothing: it wants them all. */
  guests_since: z.iso.datetime().nullable().default(null),
  scans: z.array(z.unknown()).max(SCANS_PER_REQUEST),
  /** Guests outside whom somebody has fetched. */
  fetched: z.array(uuid).max(100).default([]),
});

export type Sync = {
  after: number;
  guests_since: Date | null;
  scans: Scan[];
  /** What nobody could read, by the id it came with, so that the phone stops sending it. */
  unread: string[];
  fetched: string[];
};

/** Reads what a phone sends. One bad scan is set aside, and never keeps the others. Null: not a sync at all. */
export function readSync(body: unknown, device_id: string, now: number): Sync | null {
  const read = syncForm.safeParse(body);
  if (!read.success) return null;
  const { after, guests_since, fetched } = read.data;
  const scans: Scan[] = [];
  const unread: string[] = [];
  for (const one of read.data.scans) {
    const scan = readScan(one, device_id, now);
    if (scan) scans.push(scan);
    else unread.push(idOf(one));
  }
  return { after, guests_since: guests_since === null ? null : new Date(guests_since), scans, unread, fetched };
}

function readScan(one: unknown, device_id: string, now: number): Scan | null {
  const read = scanForm.safeParse(one);
  if (!read.success) return null;
  const { data } = read;
  const at = Math.abs(data.at - now) > YEAR ? now : Math.round(data.at);
  const blank = { person_id: null, undoes: null, name: '', heads: 0, party: 0, device_id };
  if (data.kind === 'walk_in') return { ...blank, ...data, name: plainName(data.name), party: data.heads, at };
  return { ...blank, ...data, at };
}

/** One line, no control characters. */
function plainName(name: string): string {
  return name
    .replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ')
    .normalize('NFC')
    .trim()
    .slice(0, 100);
}

function idOf(one: unknown): string {
  const id = typeof one === 'object' && one !== null ? (one as { scan_id?: unknown }).scan_id : undefined;
  return typeof id === 'string' ? id.slice(0, 100) : '';
}

const pairForm = z.object({
  // A code is weighed by its own rule, so that a wrong one is worded as wrong and not as ill-formed.
  code: z
    .string()
    .max(40)
    .default('')
    .transform((text) => text.replace(/\D/g, '')),
  name: z.string().max(40).default(''),
});

/** The six figures, and what this entrance is called. */
export const readPairing = (body: unknown) => readForm(pairForm, body);
/** What this entrance is called. */
export const readName = (body: unknown) => readForm(pairForm.pick({ name: true }), body);
/** Which phone is to stop. */
export const readRevoke = (body: unknown) => readForm(z.object({ device_id: uuid }), body);
/** Where somebody stands who rings. */
export const readRing = (body: unknown) => readForm(z.object({ place: z.string().max(200).default('') }), body);

const shortText = (most: number) =>
  z
    .string()
    .refine((text) => !text.includes('\n'), 'form.one_line')
    .max(most)
    .default('');

const buildingForm = z.object({
  contact_name: shortText(120),
  contact_address: address().refine(isMailAddress, 'form.not_an_address'),
  lead_hours: z.enum(['24', '48']).transform(Number),
  order: z.enum(['last', 'first']),
  wants_id_name: ticked(),
});

/** What the building wants, and to whom it goes. */
export function readBuilding(body: unknown) {
  const read = readForm(buildingForm, body);
  if (!read.ok) return read;
  const { order, ...wish } = read.value;
  return { ok: true as const, value: { ...wish, by_last_name: order === 'last' }, values: read.values };
}

/** The name on somebody's card, or nothing to take it back. */
export const readIdName = (body: unknown) => readForm(z.object({ id_name: shortText(120) }), body);
