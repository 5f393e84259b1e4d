// What the environment may set. Each name has a default that works.
import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { isAbsolute, join, resolve } from 'node:path';
import { type KeepRule, readKeepRule, usualKeep } from './backup/keep-rule.ts';
import { type Mailbox, readMailbox, serverMailbox } from './mail/address.ts';
import { projectRoot } from './root.ts';

export type Config = {
  port: number;
  /** Interface the server listens on. */
  host: string;
  /** Canonical address of this server, no slash at the end; every link in a mail begins with it. */
  origin: string;
  /** Absolute path of the data folder. */
  data: string;
  /** Set: somebody else's PostgreSQL. Unset: our own. */
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  mailPerHour: number;
  /** Who all mails are from, and what calendars know as the organiser's address. */
  mailFrom: Mailbox;
  /** Signs links and tickets. Made once and kept in the data folder when not set. */
  secret: string;
  development: boolean;
  /** Where a backup is put each night, absolute; unset: none is taken by itself. */
  backupFolder: string | undefined;
  /** Which of them stay. */
  backupKeep: KeepRule;
  /** How many proxies in front may be believed about the visitor's address. */
  trustedProxies: number;
};

export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the environment. Throws a ConfigError that names the variable and says what it should look like. */
export async function readConfig(env: NodeJS.ProcessEnv = process.env): Promise<Config> {
  const port = number(env, 'UGROUP_PORT', 3000, 0, 65535);
  const data = absolute(env.UGROUP_DATA ?? 'data');
  const origin = originOf(env.UGROUP_URL ?? `http://localhost:${port}`);
  return {
    port,
    host: env.UGROUP_HOST ?? '0.0.0.0',
    origin,
    data,
    databaseUrl: env.DATABASE_URL || undefined,
    smtpUrl: env.SMTP_URL || undefined,
    mailPerHour: number(env, 'UGROUP_MAIL_PER_HOUR', 3600, 1, 1_000_000),
    mailFrom: mailboxOf(env.UGROUP_MAIL_FROM, origin),
    secret: env.UGROUP_SECRET || (await keptSecret(data)),
    development: env.NODE_ENV === 'development',
    backupFolder: env.UGROUP_BACKUP_DIR ? absolute(env.UGROUP_BACKUP_DIR) : undefined,
    backupKeep: keepRuleOf(env.UGROUP_BACKUP_KEEP),
    trustedProxies: number(env, 'UGROUP_PROXIES', 0, 0, 10),
  };
}

function number(env: NodeJS.ProcessEnv, name: string, fallback: number, least: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ConfigError(`${name} should be a whole number from ${least} to ${most}, and is "${text}"`);
}

/** A relative path counts from the project's folder. */
function absolute(path: string): string {
  return isAbsolute(path) ? path : resolve(projectRoot, path);
}

function keepRuleOf(text: string | undefined): KeepRule {
  if (!text) return usualKeep;
  const rule = readKeepRule(text);
  if (rule) return rule;
  throw new ConfigError(`UGROUP_BACKUP_KEEP should look like "7 daily, 4 weekly, 12 monthly", and is "${text}"`);
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  throw new ConfigError(`UGROUP_URL should look like https://groups.example.org, and is "${text}"`);
}

function mailboxOf(text: string | undefined, origin: string): Mailbox {
  const fallback = serverMailbox(origin);
  if (!text) return fallback;
  const mailbox = readMailbox(text);
  if (mailbox) return { ...mailbox, name: mailbox.name || fallback.name };
  throw new ConfigError(
    `UGROUP_MAIL_FROM should look like "Our groups <mail@example.org>" or mail@example.org, and is "${text}"`,
  );
}

/** Made by the first process that needs it. Under another name until it is whole: two that start together read the same one. */
async function keptSecret(data: string): Promise<string> {
  const file = join(data, 'secret');
  await mkdir(data, { recursive: true });
  const kept = await secretIn(file);
  if (kept !== undefined) return kept;
  const part = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(part, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  await chmod(part, 0o600);
  try {
    await link(part, file);
  } catch {
    // Another process was quicker; or this disk knows no links, and then nothing stands at the name yet.
    if ((await secretIn(file)) === undefined) await rename(part, file);
  }
  await rm(part, { force: true });
  return (await secretIn(file)) as string;
}

async function secretIn(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  // Signed with an empty one, anybody could sign.
  if (text?.trim() === '')
    throw new ConfigError(`${file} is empty: put the server's secret back there, or delete the file`);
  return text?.trim();
}
