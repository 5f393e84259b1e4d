// `npm run check`: proves everything, and ends in a line `N passed, N failed`. Plain JavaScript for Node 20 and later.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserEnvironment } from './browser-libraries.mjs';
import { commandOf, install, refuseOldNode, root, runNode } from './install.mjs';

// Nothing here takes half as long on two cores; what does hangs.
const mostMs = 9 * 60_000;

process.chdir(root);
refuseOldNode();
const reports = mkdtempSync(join(tmpdir(), 'ugroup-check-'));
const sums = { passed: 0, failed: 0, skipped: 0 };
const times = [];

if (step('install', install)) {
  step('types', () => runNode([commandOf('typescript', 'tsc')], 'Checking types'));
  step('form', () => runNode([commandOf('@biomejs/biome', 'biome'), 'ci', '.'], 'Biome'));
  step('build', () => runNode(['bin/build.mjs'], 'The build'));
  tests('rooms');
  tests('journeys');
}
finish();

/** Runs one step, notes how long it took; a step that fails counts as one failed, and the others still run. */
function step(name, work) {
  console.log(`\n── ${name}`);
  const began = Date.now();
  const worked = work();
  times.push({ name, seconds: (Date.now() - began) / 1000, worked });
  if (!worked) sums.failed += 1;
  return worked;
}

/** One of Vitest's projects. What it counted comes from its report; a run that broke without a failed test counts as one. */
function tests(project) {
  const browser = browserEnvironment();
  const report = join(reports, `${project}.json`);
  console.log(`\n── tests: ${project}`);
  const began = Date.now();
  const worked = runNode(
    [
      commandOf('vitest', 'vitest'),
      ...['run', '--project', project, '--passWithNoTests'],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    `The tests of ${project}`,
    { env: { ...browser.env, NODE_ENV: 'test' }, timeout: mostMs, killSignal: 'SIGTERM' },
  );
  browser.tidy();
  times.push({ name: `tests: ${project}`, seconds: (Date.now() - began) / 1000, worked });
  const { passed, failed, skipped } = countOf(report);
  sums.passed += passed;
  sums.failed += worked ? failed : Math.max(failed, 1);
  sums.skipped += skipped;
}

/** What a report counted; a file that could not even be read by Vitest has no tests and is one failure. */
function countOf(report) {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const broken = testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    );
    return {
      passed: numPassedTests,
      failed: numFailedTests + broken.length,
      skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
    };
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}

function finish() {
  rmSync(reports, { recursive: true, force: true });
  console.log('');
  for (const { name, seconds, worked } of times) {
    console.log(`  ${worked ? '✓' : '✗'} ${name.padEnd(18)} ${seconds.toFixed(1).padStart(7)} s`);
  }
  const total = times.reduce((sum, { seconds }) => sum + seconds, 0);
  console.log(`    ${'altogether'.padEnd(18)} ${total.toFixed(1).padStart(7)} s`);
  if (sums.skipped > 0) console.log(`    ${sums.skipped} not run`);
  console.log(`${sums.passed} passed, ${sums.failed} failed`);
  process.exitCode = sums.failed > 0 ? 1 : 0;
}
