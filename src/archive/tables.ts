// The tables of this room as types.
import type { Id } from '#kit/id.ts';

declare module '#kit/tables.ts' {
  interface Tables {
    'archive.move_in': {
      group_id: Id<'groups.group'>;
      digest: Buffer;
      origin: string;
      taken_at: Date;
      arrived_at: Date;
      brought_by: Id<'people.person'> | null;
    };
    'archive.newcomer': { group_id: Id<'groups.group'>; person_id: Id<'people.person'>; arrived_at: Date };
    'archive.backup': {
      backup_id: Id<'archive.backup'>;
      began_at: Date;
      ended_at: Date;
      is_scheduled: boolean;
      file_name: string;
      bytes: number | null;
      went_wrong: string | null;
    };
  }
}
