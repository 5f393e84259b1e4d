// Lines of a stream, split at the line feed and nowhere else: JSON leaves the other line breaks of Unicode as they are.
import type { Readable } from 'node:stream';

/** A line is longer than its reader will hold. */
export class LineTooLong extends Error {
  override name = 'LineTooLong';
}

/** Each line as text, without its line feed; the last one also when none follows. Throws LineTooLong beyond `most` bytes. */
export async function* linesOf(stream: Readable, most: number): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  let held = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, from)) {
      rest.push(chunk.subarray(from, at));
      yield Buffer.concat(rest).toString('utf8');
      rest = [];
      held = 0;
      from = at + 1;
    }
    rest.push(chunk.subarray(from));
    held += chunk.length - from;
    if (held > most) throw new LineTooLong(`a line of more than ${most} bytes`);
  }
  if (held > 0) yield Buffer.concat(rest).toString('utf8');
}
