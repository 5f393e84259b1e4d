// A sponsor's minutes on the evening's page: labelled once, under the name that was filled in.
import { expect, it } from 'vitest';
import { transact } from '#kit/db.ts';
import { testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup } from '../../test/world.ts';
import { writeAgenda } from './write-agenda.ts';

const house = testHouse();

it('stand under the sponsor’s name where a template left its word as the title, and under a title of their own', async () => {
  const world = await makeGroup(house);
  const event = await makeEvent(house, world);
  const row = { minutes: 5, type: 'sponsor_segment' as const, note: '' };
  await transact(house.db, (tx) =>
    writeAgenda(tx, event, [
      { ...row, time: '06:05', title: 'Sponsor', who: 'Northwind Hosting' },
      { ...row, time: '06:10', title: 'A word from the harbour', who: 'Harbor Cloud' },
      { ...row, time: '06:15', title: 'Sponsor', who: '' },
    ]),
  );
  const { text } = await visit(house).get(`/g/${world.group.slug}/e/${event.slug}`);
  expect(text).toContain('06:05 Northwind Hosting Sponsor, 5 minutes 06:10');
  expect(text).toContain('06:10 A word from the harbour Sponsor, 5 minutes Harbor Cloud 06:15');
  expect(text).toContain('06:15 Sponsor Sponsor, 5 minutes');
});
