// `npm start`: brings up the database, the web and the postman in one process, and prints the address.

import { ConfigError } from '#kit/config.ts';
import { drain, listenOn } from '#kit/listen.ts';
import { openLog } from '#kit/log.ts';
import { keeperLink } from '#people';
import { type Base, openBase } from './base.ts';
import { buildDemo, enterDemo } from './demo/index.ts';
import { type House, startHouse } from './start.ts';

const demo = process.argv.includes('--demo') || process.env.UGROUP_DEMO === '1';
const log = openLog();
let house: House | undefined;
let base: Base | undefined;
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
process.on('unhandledRejection', (error) => {
  log.fatal({ event: 'kit.crashed', stack: error instanceof Error ? error.stack : String(error) });
  void stop(1);
});

try {
  base = await openBase({ log, demo, serves: true });
  if ('refused' in base) {
    say(base.sentence);
    process.exit(1);
  }
  if (demo) await buildDemo(base, say);
  house = await startHouse({ config: base.config, url: base.url, log, works: true, demo });
  if (demo) await enterDemo(house, say);
  await listen(house, base);
} catch (error) {
  if (error instanceof ConfigError) say(error.message);
  else say(`Ugroup could not start: ${error instanceof Error ? error.message : String(error)}`);
  log.fatal({ event: 'kit.start_failed', stack: error instanceof Error ? error.stack : undefined });
  await stop(1);
}

async function listen({ app, ground }: House, { config }: Exclude<Base, { refused: string }>): Promise<void> {
  await listenOn(app, config);
  say('');
  say(`  Ugroup is up: ${config.origin}`);
  const link = demo ? null : await keeperLink(ground);
  if (link) {
    say('  First time here? Who opens this link becomes the keeper of this server:');
    say(`  ${link}`);
  }
  if (!config.smtpUrl)
    say(`  No mail server is set (SMTP_URL): mails are kept in ${config.data}/mail and listed here.`);
  say('');
}

/** Lets visitors' requests finish, then the postman, the jobs and the database, in that order. */
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  const late = setTimeout(() => process.exit(code || 1), 30_000);
  late.unref();
  if (house) await drain(house.app).catch(() => {});
  await house?.stop().catch(() => {});
  if (base && !('refused' in base)) await base.stop().catch(() => {});
  process.exit(code);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
