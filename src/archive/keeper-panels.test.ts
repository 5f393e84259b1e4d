// The keeper's page says how the backups are doing, and what is wrong with them among what waits.
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#kit/id.ts';
import { Temporal } from '#kit/time.ts';
import { makePerson, testHouse, type Visitor, visit } from '../../test/visit.ts';

const house = testHouse();
const hour = 3_600_000;
let keeper: Visitor;

beforeEach(async () => {
  await house.db.deleteFrom('archive.backup').execute();
  house.ground.config.backupFolder = undefined;
  keeper = await visit(house).as(await makePerson(house, 'Kofi', { is_keeper: true }));
});

async function backup(hoursAgo: number, more: { went_wrong?: string; is_scheduled?: boolean } = {}): Promise<void> {
  const at = new Date(house.ground.now().epochMilliseconds - hoursAgo * hour);
  const { went_wrong = null, is_scheduled = true } = more;
  const bytes = went_wrong === null ? 3_500_000 : null;
  const row = { began_at: at, ended_at: at, is_scheduled, file_name: 'x.zip', bytes, went_wrong };
  await house.db
    .insertInto('archive.backup')
    .values({ backup_id: newId<'archive.backup'>(at.getTime()), ...row })
    .execute();
}

describe('the keeper’s page', () => {
  test('says that no backup is taken by itself, and how to change that; one by hand is named', async () => {
    const before = await keeper.get('/keeper');
    expect(before.text).toContain('None is taken by itself. Name a folder in UGROUP_BACKUP_DIR');
    expect(before.text).toContain('Last good one None so far');
    expect(before.links).toContain('/keeper/archive');
    await backup(30, { is_scheduled: false });
    const after = await keeper.get('/keeper');
    expect(after.text).toContain('Last good one 30 hours ago, 3 MB, by hand');
    // Switched off is a choice, not a fault.
    await backup(1, { went_wrong: 'ENOSPC' });
    expect((await keeper.get('/keeper')).text).not.toContain('did not work');
  });

  test('says how old the last good one is, and which stay', async () => {
    house.ground.config.backupFolder = '/somewhere';
    await backup(26);
    const { text } = await keeper.get('/keeper');
    expect(text).toContain('Last good one 26 hours ago, 3 MB');
    expect(text).toContain('7 daily, 4 weekly, 12 monthly');
    expect(text).not.toContain('UGROUP_BACKUP_DIR');
    expect(text).not.toMatch(/No backup for more|did not work/);
    expect(text).not.toContain('/somewhere');
  });

  test('puts a failed one and one that stays away among what waits, until one is good again', async () => {
    house.ground.config.backupFolder = '/somewhere';
    await backup(60);
    expect((await keeper.get('/keeper')).text).toContain('No backup for more than two days');
    await backup(20, { went_wrong: 'ENOSPC' });
    const failed = await keeper.get('/keeper');
    expect(failed.text).toContain('The last backup did not work');
    expect(failed.text).toContain('Code: ENOSPC');
    expect(failed.text).toContain('Last good one 2 days ago');
    await backup(1, { is_scheduled: false });
    expect((await keeper.get('/keeper')).text).not.toMatch(/No backup for more|did not work/);
  });

  test('counts on the clock of the house', async () => {
    house.ground.config.backupFolder = '/somewhere';
    await backup(0);
    expect((await keeper.get('/keeper')).text).toContain('Less than an hour ago');
    house.setNow(Temporal.Now.instant().add({ hours: 24 * 3 }));
    expect((await keeper.get('/keeper')).text).toContain('3 days ago');
  });
});
