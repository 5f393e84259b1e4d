// Moves a group's people into the town: its team, those who come often, those who come once.

import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import { type Newcomer, welcomePeople } from '#people';
import type { Dice } from './dice.ts';
import { nameSomebody } from './names.ts';
import type { GroupScript } from './script.ts';

export type Townsperson = {
  person_id: Id<'people.person'>;
  /** How often they come, compared with others. */
  keen: number;
  /** Epoch milliseconds; they know of nothing that opened before. */
  since: number;
  isMember: boolean;
};

export type Townspeople = {
  founder: Id<'people.person'>;
  /** In the order of the script's team. */
  team: Id<'people.person'>[];
  crowd: Townsperson[];
};

const BATCH = 200;

/** `from`: when the group came here; people come to know it between then and `until`, half of them at once. */
export async function settlePeople(
  ground: Ground,
  dice: Dice,
  script: GroupScript,
  { from, until, taken }: { from: number; until: number; taken: Set<string> },
): Promise<Townspeople> {
  const { zone, people } = script;
  const lang = people.german ? 'de' : 'en';
  const named = [script.founder, ...script.team].map(
    ({ name, address }): Newcomer => ({ name, address, lang, zone, since: new Date(from - 3_600_000) }),
  );
  const crowd = Array.from({ length: people.many }, () => {
    const isFirst = dice.happens(0.5);
    const since = isFirst ? from : from + dice.throw() * (until - from) * 0.92;
    const newcomer: Newcomer = {
      ...nameSomebody(dice, people.cultures, taken),
      lang: people.german && dice.happens(0.85) ? 'de' : 'en',
      zone: dice.happens(0.6) ? zone : null,
      since: new Date(since),
    };
    return { newcomer, since, keen: 0.15 + dice.throw() ** 2 * 2, isMember: dice.happens(0.72) };
  });
  const all = [...named, ...crowd.map(({ newcomer }) => newcomer)];
  const ids: Id<'people.person'>[] = [];
  for (let at = 0; at < all.length; at += BATCH) {
    ids.push(...(await transact(ground.db, (tx) => welcomePeople(tx, ground, all.slice(at, at + BATCH)))));
  }
  const [founder, ...rest] = ids as [Id<'people.person'>, ...Id<'people.person'>[]];
  const team = rest.slice(0, script.team.length);
  return {
    founder,
    team,
    crowd: rest.slice(script.team.length).map((person_id, at) => {
      const { keen, since, isMember } = crowd[at] as (typeof crowd)[number];
      return { person_id, keen, since, isMember };
    }),
  };
}
