// Reads a file somebody named on the command line as text, whatever program wrote it.
import { readFile } from 'node:fs/promises';
import { textOfBytes } from '#kit/text-of-bytes.ts';

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
  return { text: textOfBytes(bytes) };
}
