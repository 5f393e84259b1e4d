// Why an archive is not brought in. It is refused whole, so what was begun is rolled back by throwing this.
import { ZipRefused } from '#kit/zip/read.ts';

export const archiveRefusals = [
  'archive.not_whole',
  'archive.damaged',
  'archive.too_many',
  'archive.too_big',
  'archive.bad_name',
  'archive.not_ours',
  'archive.newer_format',
  'archive.newer_schema',
  'archive.file_missing',
  'archive.file_unnamed',
  'archive.checksum',
  'archive.wrong_count',
  'archive.bad_row',
  'archive.bad_column',
  'archive.foreign_row',
  'archive.loose_row',
  'archive.bad_person',
  'archive.slug_taken',
  'archive.slug_shape',
  'archive.not_taken_in',
] as const;
export type ArchiveRefusal = (typeof archiveRefusals)[number];

/** `at`: the file inside the archive, with the line where there is one. `what`: a column, a constraint, an address. */
export class ArchiveRefused extends Error {
  override name = 'ArchiveRefused';
  readonly code: ArchiveRefusal;
  readonly at: string;
  readonly what: string;
  constructor(code: ArchiveRefusal, at = '', what = '') {
    super([code, at, what].filter(Boolean).join(' '));
    this.code = code;
    this.at = at;
    this.what = what;
  }
}

/** A fault of the zip as a refusal of the archive; anything else as it was. */
export function asArchiveRefused(error: unknown): unknown {
  if (!(error instanceof ZipRefused)) return error;
  const codes: Record<ZipRefused['code'], ArchiveRefusal> = {
    'zip.not_whole': 'archive.not_whole',
    'zip.damaged': 'archive.damaged',
    'zip.too_many': 'archive.too_many',
    'zip.too_big': 'archive.too_big',
    'zip.bad_name': 'archive.bad_name',
    'zip.name_twice': 'archive.bad_name',
    'zip.locked': 'archive.damaged',
  };
  return new ArchiveRefused(codes[error.code], error.at);
}
