// Reads a file somebody named on the command line as text, whatever program wrote it.
import { readFile } from 'node:fs/promises';

/** UTF-8, UTF-16 with a byte order mark, or Windows-1252 when it is not valid UTF-8; `wrong` says why it cannot be read. */
export async function readText(file: string): Promise<{ text: string } | { wrong: string }> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { wrong: `There is no file ${file}.` };
    if (code === 'EISDIR') return { wrong: `${file} is a folder; name the files in it.` };
    if (code === 'EACCES') return { wrong: `${file} may not be read by this user.` };
    return { wrong: `${file} cannot be read: ${message}.` };
  }
  return { text: decoded(bytes) };
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
