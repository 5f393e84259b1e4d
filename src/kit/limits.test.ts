// Whom limits take for one: a network, a mailbox.
import { expect, test } from 'vitest';
import { networkOf, openLimits } from './limits.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:c000:207', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['somebody', 'somebody'],
])('%s is of %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});

test('many addresses of one network are counted together, and those of another apart', async () => {
  const limits = openLimits();
  for (let n = 0; n < 60; n++) await limits.count('link.guess', `2001:db8:1:2::${n.toString(16)}`);
  expect(await limits.within('link.guess', '2001:db8:1:2:ffff::1')).toBe(false);
  expect(await limits.within('link.guess', '2001:db8:1:3::1')).toBe(true);
});

test('a mailbox gets so many codes however it is spelt', async () => {
  const limits = openLimits();
  for (let n = 0; n < 12; n++) expect(await limits.count('code.mailbox', `ada+${n}@example.org`)).toBe(true);
  expect(await limits.count('code.mailbox', 'ada@example.org')).toBe(false);
  expect(await limits.count('code.mailbox', 'ada@example.com')).toBe(true);
  expect(await limits.count('code.mailbox', '+ada@example.org')).toBe(true);
});

test('a mailbox has a share for each network, which is forgotten when told so', async () => {
  const limits = openLimits();
  const from = (ip: string) => limits.count('code.mailed', `ada@example.org ${ip}`);
  for (let n = 0; n < 4; n++) expect(await from(`2001:db8:1:2::${n}`)).toBe(true);
  expect(await from('2001:db8:1:2::9')).toBe(false);
  expect(await from('2001:db8:1:3::9')).toBe(true);
  await limits.forget('code.mailed', 'ada+x@example.org 2001:db8:1:2::7');
  expect(await from('2001:db8:1:2::9')).toBe(true);
});
