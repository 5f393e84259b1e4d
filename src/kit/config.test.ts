// What the environment may say, and the sentence that answers what it may not.
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const read = (env: Record<string, string>) =>
  readConfig({ UGROUP_DATA: '/nowhere', UGROUP_SECRET: 'a secret', ...env });

test('mails come from the host people type, unless somebody says otherwise', async () => {
  const at = { UGROUP_URL: 'https://groups.example.org' };
  const from = async (text: string) => (await read({ ...at, UGROUP_MAIL_FROM: text })).mailFrom;
  const own = { name: 'Ugroup', address: 'ugroup@groups.example.org' };
  expect((await read(at)).mailFrom).toEqual(own);
  expect(await from('')).toEqual(own);
  expect(await from('mail@example.org')).toEqual({ name: 'Ugroup', address: 'mail@example.org' });
  expect(await from('Our groups <mail@example.org>')).toEqual({ name: 'Our groups', address: 'mail@example.org' });
  expect(await from('"Groups, ours" <mail@example.org>')).toEqual({
    name: 'Groups, ours',
    address: 'mail@example.org',
  });
  expect((await read({ UGROUP_URL: 'http://[::1]:3000' })).mailFrom.address).toBe('ugroup@localhost');
});

test.each(['mail', 'Our groups', 'a@example.org, b@example.org', 'x <a@example.org> y', 'x\ny <a@example.org>'])(
  'mails from "%s" would arrive nowhere, which is said before the first one leaves',
  async (text) => {
    await expect(read({ UGROUP_MAIL_FROM: text })).rejects.toThrow('UGROUP_MAIL_FROM should look like "Our groups <');
  },
);

test('the secret is made once, also by processes that start together, and is never an empty one', async () => {
  const made = await mkdtemp(join(tmpdir(), 'ugroup-secret-'));
  const secrets = await Promise.all(
    Array.from({ length: 40 }, async () => (await readConfig({ UGROUP_DATA: made })).secret),
  );
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toHaveLength(43);
  expect(await readdir(made)).toEqual(['secret']);
  await writeFile(join(made, 'secret'), '\n');
  await expect(readConfig({ UGROUP_DATA: made })).rejects.toThrow(/secret/);
  await rm(made, { recursive: true });
});
