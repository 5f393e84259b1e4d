// How much memory the server keeps pages of the database in: as much as it may have on this machine and no more.
import { totalmem } from 'node:os';

const MB = 1024 ** 2;

/**
 * PostgreSQL's `shared_buffers` for a machine with so many bytes of memory: an eighth, 64 MB at least and 4 GB at most. Its
 * handbook says a quarter for a machine that does nothing else; ours runs the pages and their mails as well, and what is not
 * kept here is still in the system's own cache.
 */
export function sharedBuffers(memory: number): string {
  const eighth = Math.floor(memory / 8 / MB);
  return `${Math.min(Math.max(eighth, 64), 4096)}MB`;
}

/** Bytes of memory we may use: the machine's, or less where a container or a service unit says so. */
export function memoryHere(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}
