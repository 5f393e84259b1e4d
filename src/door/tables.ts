// The tables of this room as types.
import type { Id } from '#kit/id.ts';
import type { Generated } from '#kit/tables.ts';
import type { ScanKind } from './merge-rules.ts';

type Keys = { group_id: Id<'groups.group'>; event_id: Id<'events.event'> };

declare module '#kit/tables.ts' {
  interface Tables {
    'door.list': Keys & { seq: Generated<number>; heads: number | null; swept_at: Date | null };
    'door.pairing': Keys & {
      code_hash: Buffer;
      token_hash: Buffer;
      made_by: Id<'people.person'>;
      made_at: Date;
      until: Date;
    };
    'door.device': Keys & {
      device_id: Id<'door.device'>;
      name: string;
      token_hash: Buffer;
      paired_at: Date;
      paired_by: Id<'people.person'> | null;
      is_own: Generated<boolean>;
      seen_at: Date;
      revoked_at: Date | null;
    };
    'door.scan': Keys & {
      scan_id: Id<'door.scan'>;
      seq: number;
      device_id: Id<'door.device'>;
      kind: ScanKind;
      person_id: Id<'people.person'> | null;
      undoes: Id<'door.scan'> | null;
      name: Generated<string>;
      heads: number;
      party: number;
      at: Date;
      heard_at: Date;
    };
    'door.building': Keys & {
      contact_name: Generated<string>;
      contact_address: string;
      lead_hours: number;
      wants_id_name: boolean;
      by_last_name: boolean;
      set_by: Id<'people.person'> | null;
      set_at: Date;
    };
    'door.id_name': Keys & { person_id: Id<'people.person'>; sealed: string; given_at: Date };
    'door.listed': Keys & { person_id: Id<'people.person'>; part: number; heads: number; at: Date };
    'door.outside': Keys & {
      person_id: Id<'people.person'>;
      place: Generated<string>;
      at: Date;
      fetched_at: Date | null;
    };
  }
}
