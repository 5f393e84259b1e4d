// The doctor's question about the database: does the one that was named answer, or can the built-in one run here.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { Config } from '#kit/config.ts';
import { findBinaries } from '#kit/postgres/binaries.ts';
import { chooseRunAs } from '#kit/postgres/run-as.ts';
import type { Check } from './doctor.ts';

const name = 'database';

/** Asks the named database, unless offline; otherwise whether the built-in one can run. Never says a password. */
export async function checkDatabase(config: Config, offline: boolean): Promise<Check> {
  if (config.databaseUrl === undefined) return builtIn(config);
  if (offline) return { name, ok: true, says: 'DATABASE_URL is set; not asked (--offline)' };
  return named(config.databaseUrl);
}

function builtIn({ data }: Config): Check {
  const binaries = findBinaries();
  if ('refused' in binaries) return { name, ok: false, says: binaries.detail };
  const runAs = chooseRunAs(binaries);
  if ('refused' in runAs) return { name, ok: false, says: runAs.detail };
  const how = {
    self: '',
    namespace: ', in a user namespace because PostgreSQL refuses root',
    user: ', as an ordinary user because PostgreSQL refuses root',
  }[runAs.how];
  const state = existsSync(join(data, 'postgres', 'data')) ? 'its data is there' : 'its data will be made';
  return { name, ok: true, says: `the built-in PostgreSQL ${binaries.version}${how}; ${state}` };
}

async function named(url: string): Promise<Check> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000, query_timeout: 5000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; standby: boolean; may: boolean; ahead: number }>(`
      select current_setting('server_version_num') as version, pg_is_in_recovery() as standby,
        has_database_privilege(current_database(), 'create') as may,
        abs(extract(epoch from clock_timestamp()) - ${Date.now() / 1000}) as ahead`);
    const found = rows[0];
    const version = Math.floor(Number(found?.version) / 10_000);
    const wrong = wrongWith(version, found);
    return wrong
      ? { name, ok: false, says: wrong }
      : { name, ok: true, says: `DATABASE_URL answers: PostgreSQL ${version}` };
  } catch (error) {
    return { name, ok: false, says: `the database at DATABASE_URL does not answer: ${withoutSecrets(error, url)}` };
  } finally {
    await client.end().catch(() => {});
  }
}

function wrongWith(
  version: number,
  found: { standby: boolean; may: boolean; ahead: number } | undefined,
): string | undefined {
  if (version < 15) return `DATABASE_URL is PostgreSQL ${version}; Ugroup needs 15 or later`;
  if (found?.standby) return 'DATABASE_URL is a standby that cannot be written to; name the primary';
  if (!found?.may) return 'the user of DATABASE_URL may not make schemas there: grant create on database … to …';
  if (Number(found.ahead) > 30) return `its clock and this machine's are ${Math.round(found.ahead)} s apart`;
  return undefined;
}

/** A message of the driver may quote what it was given. */
function withoutSecrets(error: unknown, url: string): string {
  const { code, message } = error as { code?: string; message?: string };
  const password = URL.canParse(url) ? decodeURIComponent(new URL(url).password) : '';
  const text = `${message || code || 'no reason given'}`.replaceAll(url, 'DATABASE_URL');
  return password === '' ? text : text.replaceAll(password, '…');
}
