// What a seal keeps shut.
import { expect, test } from 'vitest';
import { isSigned, seal, sign, unseal } from './secret.ts';

const secret = 'only for tests, only for tests, only';

test('a sealed text is read again with the same secret, for the same purpose', () => {
  for (const text of ['123456', '', '待ち行列 🚪'])
    expect(unseal(secret, 'people.code:1', seal(secret, 'people.code:1', text))).toBe(text);
});

test('a seal says nothing, and never the same twice', () => {
  const sealed = [seal(secret, 'people.code:1', '123456'), seal(secret, 'people.code:1', '123456')];
  expect(sealed[0]).not.toBe(sealed[1]);
  for (const one of sealed) expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('123456');
});

test('another secret, another purpose, a changed letter or a cut end open nothing', () => {
  const sealed = seal(secret, 'people.code:1', '123456');
  const bytes = Buffer.from(sealed, 'base64url');
  const changed = Buffer.from(bytes);
  changed[bytes.length - 1] = (changed[bytes.length - 1] ?? 0) ^ 1;
  expect(() => unseal(`${secret}!`, 'people.code:1', sealed)).toThrow();
  expect(() => unseal(secret, 'people.code:2', sealed)).toThrow();
  for (const wrong of [changed, bytes.subarray(0, -1), bytes.subarray(0, 20), bytes.subarray(0, 4), Buffer.alloc(0)])
    expect(() => unseal(secret, 'people.code:1', wrong.toString('base64url'))).toThrow();
});

test('a signature has one spelling: whatever else decodes to the same bytes is none', () => {
  const signature = sign(secret, 'events.seat', 'a seat');
  expect(isSigned(secret, 'events.seat', 'a seat', signature)).toBe(true);
  const twin = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_']
    .map((end) => signature.slice(0, -1) + end)
    .filter((other) => Buffer.from(other, 'base64url').equals(Buffer.from(signature, 'base64url')));
  expect(twin).toHaveLength(4);
  expect(twin.filter((other) => isSigned(secret, 'events.seat', 'a seat', other))).toEqual([signature]);
  for (const other of [`${signature}=`, `${signature} `, '', 'ü'])
    expect(isSigned(secret, 'events.seat', 'a seat', other)).toBe(false);
});
