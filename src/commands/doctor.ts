// `ugroup doctor`: what Ugroup would use on this machine, and what is wrong. Changes nothing and prints no secret.
import { type Config, ConfigError, readConfig } from '#kit/config.ts';
import { checkBackups } from './check-backups.ts';
import { checkDatabase } from './check-database.ts';
import { checkData, checkDisk, checkNode, checkPort, checkZones } from './check-machine.ts';
import { checkAddress, checkMail } from './check-outside.ts';
import { type Command, misunderstood } from './command.ts';
import { readArguments } from './read-arguments.ts';

export type Check = { name: string; ok: boolean; says: string };

const options = { json: { type: 'boolean' }, offline: { type: 'boolean' } } as const;

/** `--json`: one object `{ ok, checks: [{ name, ok, says }] }`. `--offline`: no other machine is asked. 1 when something is wrong. */
export const doctor: Command = async (args, terminal) => {
  const read = readArguments(args, options, { what: '', least: 0, most: 0 });
  if ('wrong' in read) return misunderstood(read.wrong, terminal);
  const checks = await allChecks(read.values.offline === true);
  const ok = checks.every((check) => check.ok);
  if (read.values.json === true) {
    terminal.say(JSON.stringify({ ok, checks }));
    return ok ? 0 : 1;
  }
  const wide = Math.max(...checks.map(({ name }) => name.length));
  for (const check of checks) terminal.say(`${check.ok ? ' ok ' : 'BAD '} ${check.name.padEnd(wide)}  ${check.says}`);
  terminal.say('');
  terminal.say(ok ? 'All is well.' : 'Something is wrong: see the lines that begin with BAD.');
  return ok ? 0 : 1;
};

async function allChecks(offline: boolean): Promise<Check[]> {
  const config = await configured();
  if ('sentence' in config) return [checkNode(), { name: 'settings', ok: false, says: config.sentence }, checkZones()];
  const [port, data, disk, database, mail, backups] = await Promise.all([
    checkPort(config),
    checkData(config),
    checkDisk(config),
    checkDatabase(config, offline),
    checkMail(config, offline),
    checkBackups(config),
  ]);
  return [checkNode(), settings(config), port, data, disk, database, backups, mail, checkAddress(config), checkZones()];
}

/** The real settings, but for the secret: reading that would make one. */
async function configured(): Promise<Config | { sentence: string }> {
  try {
    return await readConfig({ ...process.env, UGROUP_SECRET: 'not looked at' });
  } catch (error) {
    if (error instanceof ConfigError) return { sentence: `${error.message}.` };
    throw error;
  }
}

function settings(config: Config): Check {
  const secret = process.env.UGROUP_SECRET ? 'a secret of its own (UGROUP_SECRET)' : 'a secret kept in the data folder';
  const says = `UGROUP_PORT ${config.port}, UGROUP_URL ${config.origin}, UGROUP_DATA ${config.data}, ${secret}, mails from ${config.mailFrom.address}, at most ${config.mailPerHour} mails an hour`;
  return { name: 'settings', ok: true, says };
}
