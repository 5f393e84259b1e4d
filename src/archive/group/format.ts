// The archive of a group as a file: what is in it and how it is called. docs/archive.md says the same in words.
import { z } from 'zod';
import type { Bounds } from '#kit/zip/read.ts';

/** Goes up when an older Ugroup could not read what a newer one writes. */
export const FORMAT = { name: 'ugroup-archive', version: 1 } as const;

export const MANIFEST = 'manifest.json';
export const PEOPLE = 'tables/people.jsonl';

/** Where the rows of a table lie. */
export const rowsOf = (table: string): string => `tables/${table}.jsonl`;

/** What an archive may be at most: ten times the largest group anybody knows of. */
export const bounds: Bounds = {
  files: 500,
  bytes: 1024 ** 3,
  name: /^(?:manifest\.json|READ-ME\.txt|[a-z][a-z0-9-]{0,60}\.(?:csv|eml|svg|png)|tables\/[a-z]{2,20}(?:\.[a-z_]{2,40})?\.jsonl)$/,
};

/** The longest row: a mark of two megabytes, written as text. */
export const LONGEST_ROW = 5_000_000;
export const MOST_ROWS = 3_000_000;

const text = z.string().max(500);
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/);

export const manifestSchema = z.object({
  format: z.literal(FORMAT.name),
  format_version: z.number().int().min(1),
  made_by: z.object({ software: text, version: text, schema: text }),
  made_at: instant,
  from: z.url({ protocol: /^https?$/ }).max(500),
  group: z.object({ group_id: z.string(), slug: z.string().max(60), name: text }),
  counts: z.record(z.string(), z.number().int().min(0)),
  files: z
    .array(
      z.object({
        name: text,
        bytes: z.number().int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
        /** For rows: how many, and their columns in order. */
        rows: z.number().int().min(0).optional(),
        columns: z.array(z.string().max(63)).max(200).optional(),
      }),
    )
    .max(500),
  left_behind: z.record(z.string(), z.string()),
});
export type Manifest = z.output<typeof manifestSchema>;

/** One line of `tables/people.jsonl`. */
export const archivedPerson = z.strictObject({
  person_id: z.string(),
  address: z.string().max(254),
  name: z.string().max(200),
  lang: z.string().max(35),
  /** Proved their address where the archive comes from. */
  is_proved: z.boolean(),
});
export type ArchivedPerson = z.output<typeof archivedPerson>;
