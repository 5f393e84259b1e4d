// Backups between databases: into another database, from an older schema, from a newer one; and which of them stay.
import { createWriteStream, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/world/database.ts';
import { withDatabase } from '../../../test/world/postgres.ts';
import { openDatabase } from '../db.ts';
import { knownMigrations, migrateTo } from '../migrate.ts';
import { writeZip } from '../zip/write.ts';
import { fillDatabase, refuseOccupied } from './copy-in.ts';
import { takeBackup } from './copy-out.ts';
import { MANIFEST } from './format.ts';
import { backupName, beganOf, decideDropped, readKeepRule, usualKeep } from './keep-rule.ts';
import { BackupRefused, openBackup, refuseNewer } from './open-backup.ts';

const made = testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'ugroup-backup-'));
const schemas: string[] = [];
const databases: string[] = [];
beforeAll(async () => {
  const { rows } = await made.database.pool.query<{ name: string }>(
    `select nspname as name from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'public', 'pgboss')`,
  );
  schemas.push(...rows.map(({ name }) => name));
});
afterAll(async () => {
  for (const name of databases) await made.database.pool.query(`drop database if exists ${name} with (force)`);
  rmSync(folder, { recursive: true, force: true });
});

async function emptyDatabase(): Promise<string> {
  const name = `backup_${process.pid}_${databases.length}`;
  await made.database.pool.query(`create database ${name}`);
  databases.push(name);
  return withDatabase(made.url, name);
}

async function backedUp(url: string, name: string): Promise<string> {
  const file = join(folder, name);
  await takeBackup({ url, schemas, file, secret: 'a secret', mailFolder: join(folder, 'none') });
  return file;
}

describe('a backup', () => {
  it('of an older schema comes in as it was, and is brought up to this version', async () => {
    const older = await emptyDatabase();
    const names = (await knownMigrations()).slice(0, 3);
    const database = openDatabase(older, { max: 1 });
    await migrateTo(database.db, names);
    const tricky = 'tab\there, "quotes", back\\slash\nand a line; 東京 \u2028';
    await database.pool.query(
      `insert into people.person (person_id, address, address_key, name, lang, created_at, asked_at, languages)
       values (gen_random_uuid(), 'a@b.example', 'a@b.example', $1, 'en', now(), now(), array['de', null, '\\N'])`,
      [tricky],
    );
    const before = await database.pool.query('select * from people.person');
    await database.close();

    const backup = await openBackup(await backedUp(older, 'older.zip'));
    expect(backup.manifest.migrations).toEqual(names);
    await refuseNewer(backup.manifest);
    const target = await emptyDatabase();
    await refuseOccupied(target, schemas);
    await fillDatabase({ url: target, backup, schemas, jobKinds: ['kit.sweep'] });
    backup.close();
    const restored = openDatabase(target, { max: 1 });
    expect((await restored.pool.query('select * from people.person')).rows).toEqual(before.rows);
    const { rows } = await restored.pool.query<{ name: string }>('select name from kit.migration order by name');
    expect(rows.map(({ name }) => name)).toEqual(await knownMigrations());
    await restored.close();
    await expect(refuseOccupied(target, schemas)).rejects.toThrow('There is a Ugroup in that database already');
  });

  it('whose rows do not fit leaves the database as empty as it was', async () => {
    const good = await openBackup(await backedUp(made.url, 'good.zip'));
    const { manifest } = good;
    const tables = manifest.tables.map((table) => (table.name === 'kit.answer' ? { ...table, rows: 5 } : table));
    const target = await emptyDatabase();
    const lying = { ...good, manifest: { ...manifest, tables } };
    await expect(fillDatabase({ url: target, backup: lying, schemas, jobKinds: [] })).rejects.toThrow('should have 5');
    await refuseOccupied(target, schemas);
    good.close();
  });

  it('that a disk wrote wrongly is found when it is read back, and never gets its name', async () => {
    const file = join(folder, 'bent.zip');
    const badDisk = (path: string) => {
      let bent = false;
      const disk = createWriteStream(path);
      return new Writable({
        write(chunk: Buffer, _encoding, done) {
          const written = Buffer.from(chunk);
          if (!bent && written.length > 50) {
            written.fill(0x55, 20, 40);
            bent = true;
          }
          disk.write(written, done);
        },
        final: (done) => void disk.end(done),
      });
    };
    const wish = { url: made.url, schemas, file, secret: 'a secret', mailFolder: join(folder, 'none') };
    await expect(takeBackup({ ...wish, openSink: badDisk })).rejects.toThrow(BackupRefused);
    expect(readdirSync(folder).filter((name) => name.includes('bent'))).toEqual([]);
  });

  it('of a newer version is refused before anything is done', async () => {
    const good = await openBackup(join(folder, 'good.zip'));
    good.close();
    const newer = { ...good.manifest, migrations: [...good.manifest.migrations, '9999-moon'] };
    await expect(refuseNewer(newer)).rejects.toThrow('this one does not know 9999-moon');
    const file = join(folder, 'format.zip');
    await writeZip(file, async (zip) => {
      await zip.add(MANIFEST, JSON.stringify({ ...good.manifest, format_version: 2 }));
    });
    await expect(openBackup(file)).rejects.toThrow('made by a newer Ugroup');
  });
});

describe('which backups stay', () => {
  it('is read from plain words, and from nothing else', () => {
    expect(readKeepRule('7 daily, 4 weekly, 12 monthly')).toEqual(usualKeep);
    expect(readKeepRule('3 daily')).toEqual({ daily: 3, weekly: 0, monthly: 0 });
    for (const text of ['', 'daily', '0 daily', '7 hourly', '7 daily 4 weekly', '-1 daily']) {
      expect(readKeepRule(text), text).toBeNull();
    }
  });

  it('is the newest of each day, week and month, always the newest, and whatever is called otherwise', () => {
    const day = (n: number) => backupName(new Date(Date.UTC(2026, 0, 1 + n, 2, 43)));
    const names = Array.from({ length: 400 }, (_, n) => day(n));
    const other = ['holiday.zip', 'ugroup-2026.zip', '.ugroup-2026-01-01T02-43-00Z.zip.part'];
    const dropped = decideDropped([...names, ...other], usualKeep);
    const kept = names.filter((name) => !dropped.includes(name));
    expect(kept).toContain(day(399));
    expect(kept.slice(-7)).toEqual(names.slice(-7));
    // Seven days, three more weeks, eleven more months (the newest of a month may be one of those).
    expect(kept.length).toBeGreaterThanOrEqual(18);
    expect(kept.length).toBeLessThanOrEqual(21);
    expect(dropped.filter((name) => other.includes(name))).toEqual([]);
    expect(decideDropped([day(0)], { daily: 0, weekly: 0, monthly: 1 })).toEqual([]);
    expect(beganOf(day(5))?.toISOString()).toBe('2026-01-06T02:43:00.000Z');
    expect(beganOf('ugroup-2026-99-99T02-43-00Z.zip')).toBeNull();
  });
});
