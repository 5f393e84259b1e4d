// Zips: written whole or not at all, and read without believing them.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { ZipFile } from 'yazl';
import { LineTooLong, linesOf } from '../lines.ts';
import { type Bounds, openZip, ZipRefused } from './read.ts';
import { type Packed, writeZip } from './write.ts';

const folder = mkdtempSync(join(tmpdir(), 'ugroup-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bounds: Bounds = { files: 10, bytes: 1_000_000, name: /^[a-z0-9/.-]+$/ };
const at = (name: string) => join(folder, name);

async function refusal(file: string, more: Partial<Bounds> = {}): Promise<string> {
  try {
    const zip = await openZip(file, { ...bounds, ...more });
    try {
      for (const name of zip.names.keys()) await zip.measure(name);
    } finally {
      zip.close();
    }
  } catch (error) {
    if (error instanceof ZipRefused) return error.message;
    throw error;
  }
  return 'taken';
}

async function* slowly() {
  yield 'one\n';
  yield Buffer.from('two\u2028still two\n');
}

test('what was packed is read back, with its length and its sum', async () => {
  const packed: Packed[] = [];
  await writeZip(at('a.zip'), async (zip) => {
    packed.push(await zip.add('a.txt', 'hello'));
    packed.push(await zip.add('b/b.txt', slowly()));
    packed.push(await zip.add('empty', ''));
  });
  expect(statSync(at('a.zip')).mode & 0o777).toBe(0o600);
  const zip = await openZip(at('a.zip'), bounds);
  expect([...zip.names]).toEqual(packed.map(({ name, bytes }) => [name, bytes]));
  for (const { name, bytes, sha256 } of packed) expect(await zip.measure(name)).toEqual({ bytes, sha256 });
  expect(await zip.text('a.txt', 5)).toBe('hello');
  const lines: string[] = [];
  for await (const line of linesOf(await zip.stream('b/b.txt'), 100)) lines.push(line);
  expect(lines).toEqual(['one', 'two\u2028still two']);
  await expect(zip.text('a.txt', 4)).rejects.toThrow('zip.too_big: a.txt');
  await expect(
    (async () => {
      for await (const _ of linesOf(await zip.stream('a.txt'), 4));
    })(),
  ).rejects.toThrow(LineTooLong);
  zip.close();
});

test('the same contents make the same file', async () => {
  const bytes = async (name: string) => {
    await writeZip(at(name), async (zip) => void (await zip.add('a', 'same')));
    return readFileSync(at(name));
  };
  expect(await bytes('s1.zip')).toEqual(await bytes('s2.zip'));
});

test('what fails half-way leaves what stood there before, and nothing of its own', async () => {
  await writeZip(at('kept.zip'), async (zip) => void (await zip.add('a', 'old')));
  const before = readFileSync(at('kept.zip'));
  const fill = async (zip: Parameters<Parameters<typeof writeZip>[1]>[0]) => {
    for (let n = 0; n < 20; n++) await zip.add(`a${n}`, Buffer.alloc(100_000, `${n} ${Math.random()}`));
  };
  let room = 2000;
  const fullDisk = () =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        room -= chunk.length;
        done(room < 0 ? Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }) : null);
      },
    });
  await expect(writeZip(at('kept.zip'), fill, { openSink: fullDisk })).rejects.toThrow('no space left');
  const broken = async () => {
    throw new Error('the source broke');
  };
  await expect(writeZip(at('kept.zip'), broken)).rejects.toThrow('the source broke');
  async function* breaks() {
    yield 'some';
    throw new Error('the stream broke');
  }
  await expect(writeZip(at('kept.zip'), async (zip) => void (await zip.add('a', breaks())))).rejects.toThrow(
    'the stream broke',
  );
  const prove = async (part: string) => {
    expect(existsSync(part)).toBe(true);
    throw new Error('not proven');
  };
  await expect(writeZip(at('kept.zip'), fill, { prove })).rejects.toThrow('not proven');
  expect(readFileSync(at('kept.zip'))).toEqual(before);
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('a zip that was cut, bent or grown is refused with the reason', async () => {
  await writeZip(at('good.zip'), async (zip) => {
    await zip.add('a.txt', Buffer.from(Array.from({ length: 3000 }, (_, n) => (n * 7919) % 251)));
    await zip.add('b.txt', 'b'.repeat(3000));
  });
  const good = readFileSync(at('good.zip'));
  expect(await refusal(at('good.zip'))).toBe('taken');
  writeFileSync(at('bad.zip'), good.subarray(0, good.length / 2));
  expect(await refusal(at('bad.zip'))).toBe('zip.not_whole');
  writeFileSync(at('bad.zip'), 'this is no zip');
  expect(await refusal(at('bad.zip'))).toBe('zip.not_whole');
  const bent = Buffer.from(good);
  bent.fill(0xff, 60, 90);
  writeFileSync(at('bad.zip'), bent);
  expect(await refusal(at('bad.zip'))).toBe('zip.damaged: a.txt');
  expect(await refusal(at('good.zip'), { files: 1 })).toBe('zip.too_many');
  expect(await refusal(at('good.zip'), { bytes: 5999 })).toBe('zip.too_big: b.txt');
  await expect(openZip(at('none.zip'), bounds)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a bomb never unpacks: what says it is small and is not stops at what it said', async () => {
  await writeZip(at('bomb.zip'), async (zip) => void (await zip.add('bomb', Buffer.alloc(900_000))));
  const bomb = readFileSync(at('bomb.zip'));
  expect(bomb.length).toBeLessThan(2000);
  expect(await refusal(at('bomb.zip'), { bytes: 899_999 })).toBe('zip.too_big: bomb');
  // Its table of contents lies: 10 bytes.
  const central = bomb.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
  bomb.writeUInt32LE(10, central + 24);
  writeFileSync(at('liar.zip'), bomb);
  let seen = 0;
  const zip = await openZip(at('liar.zip'), bounds);
  const look = (chunk: Buffer) => {
    seen += chunk.length;
  };
  await expect(zip.measure('bomb', look)).rejects.toThrow('zip.damaged: bomb');
  expect(seen).toBeLessThanOrEqual(100_000);
  zip.close();
});

test.each([
  ['../up.txt', 'zip.bad_name: ../up.txt'],
  ['/etc/passwd', 'zip.bad_name: /etc/passwd'],
  ['a/../../b', 'zip.bad_name: a/../../b'],
  ['c:\\x.txt', 'zip.bad_name'],
  ['Ümlaut.txt', 'zip.bad_name: ?mlaut.txt'],
])('a file called %s is refused', async (name, said) => {
  const placeholder = 'x'.repeat(Buffer.byteLength(name));
  await new Promise<void>((done) => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('x'), placeholder);
    zip.end();
    const chunks: Buffer[] = [];
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    zip.outputStream.on('end', () => {
      const bytes = Buffer.concat(chunks);
      const into = Buffer.from(name);
      for (let from = bytes.indexOf(placeholder); from !== -1; from = bytes.indexOf(placeholder, from + 1))
        into.copy(bytes, from);
      writeFileSync(at('named.zip'), bytes);
      done();
    });
  });
  expect(await refusal(at('named.zip'))).toContain(said);
});

test('two files of one name are refused', async () => {
  await writeZip(at('twice.zip'), async (zip) => {
    await zip.add('a', '1');
    await zip.add('b', '2');
  });
  const bytes = readFileSync(at('twice.zip'));
  const central = bytes.lastIndexOf(Buffer.from('PK\x01\x02', 'latin1'));
  bytes.write('a', central + 46, 'latin1');
  writeFileSync(at('twice.zip'), bytes);
  expect(await refusal(at('twice.zip'))).toBe('zip.name_twice: a');
});
