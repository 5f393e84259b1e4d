// An address an organiser typed does not tell whose it is, in the file a group takes along either.
import { beforeAll, expect, test } from 'vitest';
import { seatDesk } from '#events';
import { joinGroup } from '#groups';
import { transact } from '#kit/db.ts';
import { makePerson, testHouse } from '../../test/visit.ts';
import { makeEvent, makeGroup } from '../../test/world.ts';
import { contentsOf, packed } from './files-for-tests.ts';

const house = testHouse();
let files: Map<string, string>;

beforeAll(async () => {
  const world = await makeGroup(house);
  const evening = await makeEvent(house, world);
  const [typed, member, own] = [
    await makePerson(house, 'Own Name'),
    await makePerson(house, 'Member Name'),
    await makePerson(house, 'Guest Name'),
  ];
  await transact(house.db, (tx) => joinGroup(tx, { person_id: member }, house.ground.now(), world.group.group_id));
  const ask = { kind: 'take', party: 1, force: true } as const;
  for (const person of [typed, member])
    await seatDesk(house.ground).ask(
      evening,
      { ...ask, via: 'organiser', person, name: person === typed ? 'Speaker' : 'Typed Member' },
      { actor: world.organiser },
    );
  await seatDesk(house.ground).ask(evening, { ...ask, via: 'page', person: own }, { actor: own });
  files = await contentsOf((await packed(house, world.group, 'typed.zip')).file);
});

test('the list of guests calls them as the page does', () => {
  expect(files.get('guests.csv')).toContain('Speaker');
  expect(files.get('guests.csv')).toContain('Guest Name');
  expect(files.get('guests.csv')).not.toContain('Own Name');
});

test('nor do the rows say it; whoever joined or came by themselves keeps their name', () => {
  const people = files.get('tables/people.jsonl');
  expect(people).toContain('Guest Name');
  expect(people).toContain('Member Name');
  expect(people?.match(/@example.org/g)).toHaveLength(4);
  expect([...files.values()].join('\n')).not.toContain('Own Name');
});
