// What this room hangs on the keeper's page: how the backups are doing, and the way to bringing a group in.
import type { Panel } from '#kit/panels.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Row } from '#ui/list.tsx';
import { Facts } from '#ui/panel.tsx';
import { Section } from '#ui/section.tsx';
import { type Backups, backupsOf, hoursSince, LATE_HOURS } from './backup/how-it-goes.ts';
import { archivePaths } from './paths.ts';
import { type Say, words } from './words.ts';

/** Among what waits for the keeper: a nightly backup that fails or stays away. One statement, none when there is no folder. */
export const backupAlarm: Panel<'site.keeper_todo'> = async (db, view, { backups }) => {
  if (backups === null) return null;
  const t = words(view.lang);
  const { good, bad } = await backupsOf(db);
  if (bad) return <Row title={t('backups.failed')}>{t('backups.failed.text', { code: bad.code })}</Row>;
  if (good && hoursSince(good.at, view.now) > LATE_HOURS) {
    return <Row title={t('backups.late')}>{t('backups.late.text')}</Row>;
  }
  return null;
};

/** One statement. */
export const backupsPanel: Panel<'site.keeper'> = async (db, view, { backups }) => {
  const t = words(view.lang);
  const known = await backupsOf(db);
  return (
    <Section title={t('backups.title')}>
      {backups === null && (
        <p>
          {t('backups.off')} {t('backups.off.how')}
        </p>
      )}
      <Facts
        items={[
          { term: t('backups.last'), detail: sayLast(known, view, t) },
          ...(backups === null
            ? []
            : [
                { term: t('backups.when'), detail: t('backups.nightly') },
                { term: t('backups.keep'), detail: t('backups.keep.rule', backups) },
              ]),
        ]}
      />
    </Section>
  );
};

/** The way to bringing a group in. No statement. */
export const wayIn: Panel<'site.keeper'> = async (_db, view) => {
  const t = words(view.lang);
  return (
    <Section title={t('way_in.title')}>
      <p>{t('way_in.text')}</p>
      <ButtonLink href={archivePaths.moveIn()}>{t('move_in.title')}</ButtonLink>
    </Section>
  );
};

function sayLast({ good }: Backups, view: Parameters<typeof backupsPanel>[1], t: Say): string {
  if (!good) return t('backups.none');
  const hours = hoursSince(good.at, view.now);
  const age = hours < 48 ? t('backups.hours', { n: hours }) : t('backups.days', { n: Math.floor(hours / 24) });
  const kilobytes = Math.ceil(good.bytes / 1024);
  const size = kilobytes < 2000 ? `${kilobytes} KB` : `${Math.round(kilobytes / 1024)} MB`;
  return t(good.is_scheduled ? 'backups.good' : 'backups.good.by_hand', { age, size });
}
