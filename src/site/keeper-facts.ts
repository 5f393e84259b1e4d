// What the keeper's page tells about the server.
import { sql } from 'kysely';
import { notPaused } from '#kit/mail/index.ts';
import type { Db, Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';

export type KeeperFacts = {
  claims: number;
  groups: number;
  unclaimed: number;
  /** Evenings to come that are announced. */
  evenings: number;
  /** With a proven address. */
  people: number;
  mails_waiting: number;
  /** Of those waiting, tried at least once without success. */
  mails_stuck: number;
  /** They wait since a backup was put back, until the keeper says go. */
  is_paused: boolean;
  /** Who runs this server has been filled in. */
  has_operator: boolean;
  /** `18.4` */
  postgres: string;
};

/** One statement. */
export async function keeperFacts(db: Db | Tx, now: Instant): Promise<KeeperFacts> {
  const at = new Date(now.epochMilliseconds);
  const { rows } = await sql<KeeperFacts>`
    select
      (select count(*) from groups.claim where answered_at is null) as claims,
      (select count(*) from groups."group") as groups,
      (select count(*) from groups."group" where state = 'unclaimed') as unclaimed,
      (select count(*) from events.event where ends_at > ${at} and stage in ('announced', 'open', 'closed')) as evenings,
      (select count(*) from people.person where proved_at is not null) as people,
      (select count(*) from kit.mail where state = 'waiting') as mails_waiting,
      (select count(*) from kit.mail where state = 'waiting' and last_error is not null) as mails_stuck,
      not ${notPaused} as is_paused,
      exists (select from site.operator) as has_operator,
      split_part(current_setting('server_version'), ' ', 1) as postgres`.execute(db);
  return rows[0] as KeeperFacts;
}
