// What of this room goes along when a group leaves the server: the venues it uses, as they are, without whom to ask there.
import { isLineOf, z } from '#kit/form.ts';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import { isZone } from '#kit/time.ts';
import { type Destination, type RoomTravels, travels } from '#kit/travels.ts';
import type { VenueDraft } from './forms.ts';
import { venueCard } from './queries.ts';
import { writeVenue } from './write-venue.ts';

const said = (most: number) => z.record(z.string().regex(/^[a-z_]{1,40}$/), z.string().max(most));

const card = z.object({
  venue_id: z.string(),
  slug: z.string(),
  name: z.string().refine(isLineOf(160)),
  address: z.string().max(200),
  city: z.string().refine(isLineOf(80)),
  zone: z.string().refine(isZone),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  capacity: z.number().int().positive().max(100_000).nullable(),
  arrival: said(1000),
  access: z.record(z.string().regex(/^[a-z_]{1,40}$/), z.enum(['yes', 'no'])),
  access_note: z.string().max(500),
});

/** A position is both or neither, as in its table. */
const isCard = (value: unknown): boolean => {
  const { success, data } = card.safeParse(value);
  return success && (data.latitude === null) === (data.longitude === null);
};

export const venueTravels: RoomTravels = {
  tables: [travels('venues.used', { shared: ['venue_id'], checks: { card: isCard } })],
  settle: settleVenues,
};

/**
 * A venue that stands here already stays as it is here: who looks after it knows it. One that does not is written from what came
 * along; nobody looks after it until an organiser takes it on.
 */
async function settleVenues(tx: Tx, { group_id, now }: Destination): Promise<void> {
  const of = group_id as Id<'groups.group'>;
  const used = await tx.selectFrom('venues.used').select(['venue_id', 'card']).where('group_id', '=', of).execute();
  for (const { venue_id, card: kept } of used) {
    if (!(await venueCard(tx, venue_id))) {
      const { venue_id: _, slug: __, ...came } = card.parse(kept);
      const draft: VenueDraft = { ...came, contact_name: '', contact_reach: '' };
      await writeVenue(tx, venue_id, new Date(now.epochMilliseconds), draft);
    }
    const here = JSON.stringify(await venueCard(tx, venue_id));
    await tx
      .updateTable('venues.used')
      .set({ card: here })
      .where('group_id', '=', of)
      .where('venue_id', '=', venue_id)
      .execute();
  }
}
