// The tables of this room as types, and the words their columns may hold.
import type { ColumnType } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Generated } from '#kit/tables.ts';

export type Side = 'before' | 'after';
export type Unit = 'days' | 'hours';
/** What organisers do with a button of the program, so that a task which asks for it needs no tick of its own. */
export type Act = 'announced' | 'thanked';

type GroupId = Id<'groups.group'>;
type EventId = Id<'events.event'>;
type PersonId = Id<'people.person'>;
type SeriesId = Id<'season.series'>;

declare module '#kit/tables.ts' {
  interface Tables {
    'season.template': {
      group_id: GroupId;
      template_id: Id<'season.template'>;
      name: string;
      pattern: unknown;
      made_at: Date;
      made_by: PersonId | null;
    };
    'season.series': {
      group_id: GroupId;
      series_id: SeriesId;
      slug: string;
      title: string;
      about: Generated<string>;
      rhythm: unknown;
      pattern: unknown;
      template: string | null;
      /** Days are read as text: the driver would make them midnight of the server's own zone. */
      starts_on: ColumnType<unknown, string, string>;
      ends_on: ColumnType<unknown, string | null | undefined, string | null>;
      most: number | null;
      ahead: Generated<number>;
      made_at: Date;
      made_by: PersonId | null;
      ended_at: Date | null;
    };
    'season.skip': {
      group_id: GroupId;
      series_id: SeriesId;
      skip_on: ColumnType<unknown, string, string>;
      skipped_at: Date;
    };
    'season.evening': {
      group_id: GroupId;
      event_id: EventId;
      template: string | null;
      series_id: SeriesId | null;
      series_on: ColumnType<unknown, string | null | undefined, string | null>;
      place_needs: Generated<string[]>;
    };
    'season.regular': { group_id: GroupId; series_id: SeriesId; person_id: PersonId; joined_at: Date };
    'season.joining': {
      group_id: GroupId;
      series_id: SeriesId;
      challenge_id: Id<'people.challenge'>;
      person_id: PersonId;
      asked_at: Date;
    };
    'season.task': {
      group_id: GroupId;
      event_id: EventId;
      task_id: Id<'season.task'>;
      position: number;
      title: string;
      note: Generated<string>;
      side: Side;
      amount: number;
      unit: Unit;
      after_opening: Generated<boolean>;
      ticked_by: Generated<Act | null>;
      due_at: Date;
      owner_id: PersonId | null;
      needs: Generated<string[]>;
      done_at: Date | null;
      done_by: PersonId | null;
    };
    'season.digest': { person_id: PersonId; sent_at: Date | null; stopped_at: Date | null };
  }
}
