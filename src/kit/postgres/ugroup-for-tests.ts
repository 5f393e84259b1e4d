// A Ugroup that is nothing but its database, in a process of its own, so that tests can kill it: `node ugroup-for-tests.ts FOLDER`.
import { startPostgres } from './index.ts';

const postgres = await startPostgres({ folder: process.argv[2] ?? '', log: () => {} });
if ('refused' in postgres) {
  console.log(JSON.stringify(postgres));
  process.exitCode = 1;
} else {
  console.log(JSON.stringify({ pid: postgres.pid, how: postgres.how, url: postgres.url }));
  process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
  process.stdin.once('data', () => {
    throw new Error('A crash that a test asked for.');
  });
}
