// A backup as a file: the rows of every table as COPY writes them, the pending jobs, the secret, the kept mails.
import { z } from 'zod';
import type { Bounds } from '../zip/read.ts';

/** Goes up when an older Ugroup could not read what a newer one writes. */
export const FORMAT = { name: 'ugroup-backup', version: 1 } as const;

export const MANIFEST = 'manifest.json';
export const JOBS = 'jobs.jsonl';
export const SECRET = 'secret';
export const MAILS = 'mail/';

export const rowsOf = (table: string): string => `tables/${table}.copy`;

/** It is our own file, yet it may have been damaged or swapped: names that lead nowhere, and an end. */
export const bounds: Bounds = {
  files: 200_000,
  bytes: 2 ** 43,
  name: /^(?:manifest\.json|jobs\.jsonl|secret|tables\/[a-z_]+\.[a-z_]+\.copy|mail\/[A-Za-z0-9-]{1,120}\.eml)$/,
};

const identifier = z.string().regex(/^[a-z_][a-z0-9_]*$/);

export const backupShape = z.object({
  format: z.literal(FORMAT.name),
  format_version: z.number().int().min(1),
  made_by: z.object({ version: z.string() }),
  /** Every migration that had run, in order: the schema the rows fit. */
  migrations: z.array(z.string().regex(/^\d{4}-[a-z-]+$/)).min(1),
  postgres: z.string(),
  taken_at: z.iso.datetime(),
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_]+\.[a-z_]+$/),
      columns: z.array(identifier),
      rows: z.number().int().min(0),
    }),
  ),
  files: z.array(z.object({ name: z.string(), bytes: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })),
});
export type BackupManifest = z.output<typeof backupShape>;
