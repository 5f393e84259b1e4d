// The text of the only file in a zip.
import { text } from 'node:stream/consumers';
import { fromBuffer } from 'yauzl';

/** Throws where the zip is broken or empty. */
export function textInZip(bytes: Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (broken, zip) => {
      if (broken) return reject(broken);
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, (unreadable, stream) =>
          unreadable ? reject(unreadable) : text(stream).then(resolve, reject),
        ),
      );
      zip.on('end', () => reject(new Error('the zip is empty')));
      zip.readEntry();
    });
  });
}
