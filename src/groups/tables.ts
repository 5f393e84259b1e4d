// The room's tables as types, and what a group is when it is read.
import type { ColumnType } from 'kysely';
import type { Id } from '#kit/id.ts';
import type { Generated, Row } from '#kit/tables.ts';

export type Role = 'owner' | 'organiser' | 'door';
export type MarkKind = 'svg' | 'png';
/** Mails a member may want or not. */
export type MailKind = 'announced' | 'opened';
export type Contact = { name: string; address: string };

type GroupId = Id<'groups.group'>;
type PersonId = Id<'people.person'>;

declare module '#kit/tables.ts' {
  interface Tables {
    'groups.group': {
      group_id: GroupId;
      slug: string;
      name: string;
      place: Generated<string>;
      name_key: string;
      place_key: string;
      country: string | null;
      latitude: number | null;
      longitude: number | null;
      zone: string;
      language: string;
      color: string;
      about: Generated<string>;
      lead: Generated<string>;
      website: string | null;
      mark_kind: MarkKind | null;
      mark_hash: string | null;
      state: Generated<'active' | 'unclaimed'>;
      conduct_version: number | null;
      /** Read it as text: the driver would make it midnight of the server's own zone. */
      founded_on: ColumnType<unknown, string | null | undefined, string | null>;
      created_at: Date;
    };
    'groups.slug': { slug: string; group_id: GroupId; since: Date };
    'groups.source': { source: string; source_key: string; group_id: GroupId };
    'groups.mark': {
      group_id: GroupId;
      kind: MarkKind;
      hash: string;
      bytes: Buffer;
      /** The same, 512 px square. */
      png: Buffer;
      set_at: Date;
    };
    'groups.member': {
      group_id: GroupId;
      person_id: PersonId;
      joined_at: Date;
      announced: Generated<boolean>;
      opened: Generated<boolean>;
    };
    'groups.organiser': {
      group_id: GroupId;
      person_id: PersonId;
      role: Role;
      since: Date;
      is_shown: Generated<boolean>;
    };
    'groups.invitation': {
      group_id: GroupId;
      invitation_id: Id<'groups.invitation'>;
      address: string;
      role: Role;
      token_hash: Buffer;
      invited_by: PersonId | null;
      invited_at: Date;
      expires_at: Date;
      ended_at: Date | null;
      ended: 'accepted' | 'revoked' | 'replaced' | null;
    };
    'groups.conduct': {
      group_id: GroupId;
      version: number;
      bundled: string | null;
      own_text: string | null;
      contacts: ColumnType<Contact[], string, string>;
      set_at: Date;
      set_by: PersonId | null;
    };
    'groups.claim': {
      group_id: GroupId;
      claim_id: Id<'groups.claim'>;
      person_id: PersonId;
      says: string;
      made_at: Date;
      answered_at: Date | null;
      answered_by: PersonId | null;
      answer: 'granted' | 'declined' | null;
    };
    'groups.audit': {
      group_id: GroupId;
      audit_id: Id<'groups.audit'>;
      at: Date;
      /** Null for the server itself, and for somebody who has left for good. */
      person_id: PersonId | null;
      is_server: Generated<boolean>;
      what: string;
      about: ColumnType<Record<string, unknown>, string, string>;
    };
  }
}

/** A group as every page needs it: narrow, without its texts. */
export type Group = Pick<
  Row<'groups.group'>,
  | 'group_id'
  | 'slug'
  | 'name'
  | 'place'
  | 'country'
  | 'latitude'
  | 'longitude'
  | 'zone'
  | 'language'
  | 'color'
  | 'lead'
  | 'website'
  | 'mark_kind'
  | 'mark_hash'
  | 'state'
  | 'conduct_version'
>;

/** The columns of a `Group`. */
export const groupColumns = [
  'group_id',
  'slug',
  'name',
  'place',
  'country',
  'latitude',
  'longitude',
  'zone',
  'language',
  'color',
  'lead',
  'website',
  'mark_kind',
  'mark_hash',
  'state',
  'conduct_version',
] as const;
