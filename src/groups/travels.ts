// What of this room goes along when a group leaves the server.

import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { compareKey } from '#kit/compare-key.ts';
import { isLineOf, isWebAddress } from '#kit/form.ts';
import { isMailAddress } from '#kit/mail/index.ts';
import { squarePicture, squarePng } from '#kit/picture.ts';
import { cleanSvg } from '#kit/svg.ts';
import { isZone } from '#kit/time.ts';
import { type JsonRow, type RoomTravels, stays, travels } from '#kit/travels.ts';
import { leadOf } from './about.ts';
import { isCountry, isTongue } from './choices.ts';

export const groupTravels: RoomTravels = {
  tables: [
    travels('groups.group', {
      id: 'group_id',
      without: {
        name_key: 'made from the name',
        place_key: 'made from the place',
        lead: 'made from the text',
        mark_kind: 'taken from the mark',
        mark_hash: 'taken from the mark',
      },
      checks: {
        name: isLineOf(160),
        place: (place) => place === '' || isLineOf(160)(place),
        zone: (zone) => isZone(String(zone)),
        language: (tag) => isTongue(String(tag)),
        country: (code) => isCountry(String(code)),
        latitude: (degrees) => Math.abs(Number(degrees)) <= 90,
        longitude: (degrees) => Math.abs(Number(degrees)) <= 180,
        website: isWebAddress,
      },
      arrive: (row, { slug }) => ({
        ...row,
        slug,
        name_key: compareKey(String(row.name)),
        place_key: compareKey(String(row.place)),
        lead: leadOf(String(row.about)),
      }),
    }),
    // An old address keeps leading to its group, unless somebody else has it here.
    travels('groups.slug', {
      whereFree: true,
      arrive: (row, { slug, old_slug }) => (row.slug === old_slug ? { ...row, slug } : row),
    }),
    travels('groups.source', { whereFree: true }),
    travels('groups.mark', { without: { png: 'drawn again from the mark' }, arrive: safeMark }),
    travels('groups.conduct', { people: { set_by: 'blank' }, checks: { contacts: areContacts } }),
    travels('groups.member', { people: { person_id: 'with' } }),
    travels('groups.organiser', { people: { person_id: 'with' } }),
    travels('groups.audit', { id: 'audit_id', people: { person_id: 'blank' } }),
    stays('groups.invitation', 'an invitation is a link to this server, to an address nobody here has proven yet'),
    stays('groups.claim', 'a claim lies between whoever made it and the keeper of this server'),
  ],
  async settle(tx, { group_id }) {
    await sql`
      update groups."group" g set
        mark_kind = (select m.kind from groups.mark m where m.group_id = g.group_id),
        mark_hash = (select m.hash from groups.mark m where m.group_id = g.group_id),
        conduct_version = (
          select max(c.version) from groups.conduct c
          where c.group_id = g.group_id and c.version <= coalesce(g.conduct_version, 0)),
        state = case when exists (
          select from groups.organiser o where o.group_id = g.group_id and o.role = 'owner') then 'active' else 'unclaimed' end
      where g.group_id = ${group_id}`.execute(tx);
  },
};

/** A mark that `cleanSvg` or `squarePicture` let in; one that only says so is not. */
async function safeMark(row: JsonRow): Promise<JsonRow | null> {
  const bytes = Buffer.from(String(row.bytes).slice(2), 'hex');
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  if (row.kind === 'png') {
    const picture = await squarePicture(bytes);
    return picture.ok ? { ...row, hash, png: `\\x${picture.png.toString('hex')}` } : null;
  }
  const text = bytes.toString('utf8');
  const drawing = cleanSvg(text);
  // What was clean stays what it is, but for the prefix of its ids.
  if (!drawing.ok || withoutPrefix(drawing.svg) !== withoutPrefix(text)) return null;
  return { ...row, hash, png: `\\x${(await squarePng(text, 512)).toString('hex')}` };
}

const withoutPrefix = (svg: string): string => svg.replace(/\bm[0-9a-f]{6}-/g, '');

function areContacts(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > 2) return false;
  return value.every(
    ({ name, address }: JsonRow) =>
      typeof name === 'string' && !/[\r\n]/.test(name) && name.length <= 80 && isMailAddress(String(address)),
  );
}
