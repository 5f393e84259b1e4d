// The command that tries the forecast on somebody's own past: what it prints, and what it says of a file it cannot use.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommand } from './index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ugroup-forecast-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function evaluated(text: string, ...more: string[]) {
  const file = join(folder, 'nights.csv');
  writeFileSync(file, text);
  const said: string[] = [];
  const wrong: string[] = [];
  const terminal = {
    say: (line: string) => said.push(line),
    complain: (line: string) => wrong.push(line),
    progress: () => undefined,
    isStopped: () => false,
  };
  return { code: await runCommand(['forecast', 'evaluate', file, ...more], terminal), said, wrong };
}

const months = Array.from(
  { length: 12 },
  (_, i) => `${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-10`,
);
const counted = [
  'group_id,starts_at,rsvps,came',
  ...months.map((day, i) => `chicago,${day}T18:00:00-06:00,200,${70 + ((i * 7) % 25)}`),
];

test('a file of counts is answered with one line of JSON, every figure in it', async () => {
  const { code, said } = await evaluated(counted.join('\n'), '--json');
  expect(code).toBe(0);
  const found = JSON.parse(said.join(''));
  expect(Object.keys(found)).toEqual([
    'events',
    'crps',
    'crps_naive',
    'crps_last3',
    'crps_ratio_naive',
    'crps_ratio_last3',
    'ratio_ci95',
    'cover80',
    'nominal80',
    'pit_ks',
  ]);
  expect(found.events).toBe(11);
  expect(found.ratio_ci95).toHaveLength(2);
});

test('without --json it says in sentences whether to trust it', async () => {
  const { said } = await evaluated(counted.join('\n'));
  expect(said[0]).toBe('11 nights, each forecast from what was known two days before.');
  expect(said.at(-1)).toMatch(/trusted more|not shown to be better/);
});

test('--from counts only nights from that day on, and learns from those before', async () => {
  const { said } = await evaluated(counted.join('\n'), '--json', '--from', '2025-11-01');
  expect(JSON.parse(said.join('')).events).toBe(2);
});

test('a line it cannot read is named by its place in the file and left out', async () => {
  const { code, said, wrong } = await evaluated([...counted, 'chicago,soon,10,5'].join('\n'), '--json');
  expect(code).toBe(0);
  expect(wrong).toEqual(['  line 14 has no starts_at that can be read: left out']);
  expect(JSON.parse(said.join('')).events).toBe(11);
});

test.each([
  ['one night alone', counted.slice(0, 2).join('\n'), /nothing to try/],
  ['nothing', '', /not a table/],
])('a file with %s is refused with the reason', async (_, text, reason) => {
  const { code, wrong } = await evaluated(text);
  expect(code).toBe(1);
  expect(wrong.join('\n')).toMatch(reason);
});

test('a day that is none is not understood', async () => {
  expect((await evaluated(counted.join('\n'), '--from', 'spring')).code).toBe(2);
});
