// Plays one group from its first day in the town to today.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { foundGroup, type Group, joinGroup, townVerbs } from '#groups';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { projectRoot } from '#kit/root.ts';
import { instantOf, Temporal } from '#kit/time.ts';
import { addVenue, type VenueCard, venueCard } from '#venues';
import type { Dice } from './dice.ts';
import { eveningMoments, type Moment } from './play-evening.ts';
import type { GroupScript } from './script.ts';
import { settlePeople, type Townspeople } from './settle-people.ts';

type Person = Id<'people.person'>;

export type Played = { group: Group; people: Townspeople };

export type Play = {
  /** The town's ground; its clock is left alone. */
  ground: Ground;
  dice: Dice;
  script: GroupScript;
  today: string;
  guest: Person | null;
  /** Names and addresses that are somebody's already, over all groups. */
  taken: Set<string>;
};

const DAY = 86_400_000;

/** Founds the group and plays its moments in order of time, each with the clock set to it, up to midnight of `today` (UTC). */
export async function playGroup({ ground, dice, script, today, guest, taken }: Play): Promise<Played> {
  const until = Temporal.Instant.from(`${today}T00:00Z`).epochMilliseconds;
  const from =
    typeof script.came === 'number'
      ? until - script.came * DAY
      : Temporal.Instant.from(`${script.came}T16:00Z`).epochMilliseconds;
  // A clock of its own, so that groups are played side by side.
  let now = from;
  const own: Ground = { ...ground, now: () => Temporal.Instant.fromEpochMilliseconds(Math.round(now)) };

  const last = script.fixed ? Temporal.Instant.from(`${script.fixed}T00:00Z`).epochMilliseconds + 400 * DAY : until;
  const people = await settlePeople(own, dice.own('people'), script, { from, until: Math.min(last, until), taken });
  const group = await found(own, script, people);
  const venues = await writeVenues(own, script, people);
  const stage = { ground: own, dice, script, group, people, guest, until, today, venues };
  const moments = [
    ...teamMoments(own, script, people, group, from),
    ...memberMoments(own, people, group, guest, from),
    ...script.evenings.flatMap((evening) => eveningMoments(stage, evening)),
  ];
  for (const moment of inOrder(moments)) {
    if (moment.at >= until) break;
    now = Math.max(now, moment.at);
    await moment.act();
  }
  return { group, people };
}

async function found(ground: Ground, script: GroupScript, { founder }: Townspeople): Promise<Group> {
  const { name, place, zone, language, country, latitude, longitude, about, color, website, founded_on } = script;
  const wanted = { name, place, zone, language, country, latitude, longitude, about, color, website, founded_on };
  const svg = script.mark ? await readFile(join(projectRoot, 'src/demo/marks', script.mark), 'utf8') : undefined;
  return transact(ground.db, async (tx) => {
    const actor = { person_id: founder };
    const founded = await foundGroup(tx, actor, ground.now(), wanted);
    if ('refused' in founded) throw new Error(founded.refused);
    const { group } = founded;
    const { conduct: bundled, contacts } = script;
    const conduct = bundled ? { bundled, own_text: null, contacts: [...contacts] } : undefined;
    await townVerbs.settleIn(tx, actor, ground.now(), group.group_id, { svg, conduct });
    return group;
  });
}

/** Those of the group's places that are venues, by their keys. */
async function writeVenues(ground: Ground, { places, zone }: GroupScript, { founder }: Townspeople) {
  const written = new Map<string, VenueCard>();
  for (const [key, { name, address, room, venue }] of Object.entries(places)) {
    if (!venue) continue;
    const { city, arrival, access, note = '' } = venue;
    const draft = {
      ...{ name, city, zone, arrival, access, access_note: note, capacity: room, contact_name: '', contact_reach: '' },
      address: address.replace(`, ${city}`, ''),
      latitude: null,
      longitude: null,
    };
    const actor = { person_id: founder };
    const card = await transact(ground.db, async (tx) => {
      const added = await addVenue(tx, actor, ground.now(), { draft, although_alike: true });
      return 'refused' in added ? null : venueCard(tx, added.venue_id);
    });
    if (card) written.set(key, card);
  }
  return written;
}

function teamMoments(
  ground: Ground,
  { team, people: { german } }: GroupScript,
  people: Townspeople,
  group: Group,
  from: number,
): Moment[] {
  return team.map(({ address, role, sinceDays }, at) => ({
    at: from + sinceDays * DAY,
    act: () => {
      const helper = {
        person_id: people.team[at] as Person,
        address,
        role,
        lang: german ? ('de' as const) : ('en' as const),
      };
      return transact(ground.db, (tx) =>
        townVerbs.settleIn(tx, { person_id: people.founder }, ground.now(), group.group_id, { helper }),
      );
    },
  }));
}

/** Members join when they come to know the group; those of the same week in one go, each on their own day. */
function memberMoments(
  ground: Ground,
  people: Townspeople,
  group: Group,
  guest: Person | null,
  from: number,
): Moment[] {
  const weeks = new Map<number, { person_id: Person; since: number }[]>();
  const members = people.crowd.filter(({ isMember }) => isMember);
  for (const member of [...members, ...(guest ? [{ person_id: guest, since: from + 40 * DAY }] : [])]) {
    const week = Math.floor((member.since - from) / (7 * DAY));
    weeks.set(week, [...(weeks.get(week) ?? []), member]);
  }
  return [...weeks.values()].map((week) => ({
    at: Math.max(...week.map(({ since }) => since)),
    act: () =>
      transact(ground.db, async (tx) => {
        for (const { person_id, since } of week) {
          await joinGroup(tx, { person_id }, instantOf(new Date(since)), group.group_id);
        }
      }),
  }));
}

function inOrder(moments: Moment[]): Moment[] {
  return moments.sort((a, b) => a.at - b.at);
}
