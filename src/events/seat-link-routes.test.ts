// The link in a code's mail: one page whose one button signs in and takes the seat, and a page that does nothing when looked at.
import { describe, expect, it } from 'vitest';
import { testHouse, visit } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople } from '../../test/world.ts';
import { eventPaths } from './paths.ts';

const house = testHouse({ works: true });

async function asked(wish: 'seat' | 'interest', more: Parameters<typeof makeEvent>[2] = {}, seated: string[] = []) {
  const world = await makeGroup(house);
  const event = await makeEvent(house, world, more);
  await seatPeople(house, event, seated);
  const path = eventPaths.show(world.group.slug, event.slug);
  const address = `guest@${world.group.slug}.example`;
  const form = { name: 'Nguyễn Thị Hạnh', address, guests: '1', on: 'yes' };
  expect((await visit(house).post(`${path}/${wish}`, form)).status).toBe(303);
  const mail = (await house.mails()).findLast(({ to }) => to.includes(address));
  const link = /http:\/\/localhost:3000(\/g\/\S+\/seat\/link\/\S+)/.exec(mail?.text ?? '')?.[1] ?? 'no link';
  const standing = async () => {
    const row = await house.db
      .selectFrom('events.enrolment')
      .innerJoin('people.person', 'people.person.person_id', 'events.enrolment.person_id')
      .select(['state', 'party'])
      .where('event_id', '=', event.event_id)
      .where('people.person.address', '=', address)
      .executeTakeFirst();
    const held = await house.db
      .selectFrom('events.hold')
      .innerJoin('people.person', 'people.person.person_id', 'events.hold.person_id')
      .select('party')
      .where('event_id', '=', event.event_id)
      .where('people.person.address', '=', address)
      .executeTakeFirst();
    return row ? `${row.state} ${row.party}` : held && `held ${held.party}`;
  };
  return { path, link, standing };
}

describe('the link in the mail', () => {
  it('shows a held seat and one button; only pressing it takes the seat, and signs in', async () => {
    const { path, link, standing } = await asked('seat', { plus_ones: 2 });
    const scanner = visit(house);
    for (let n = 0; n < 3; n++) {
      const page = await scanner.get(link);
      expect(page.text).toContain('A seat is held for you');
      expect(page.text).toContain('As Nguyễn Thị Hạnh, guest@');
      expect(page.body.match(/<main[\s\S]*<\/main>/)?.[0].match(/<button/g)).toHaveLength(1);
    }
    expect(await standing()).toBe('held 2');
    expect(scanner.cookies.ugroup).toBeUndefined();

    const guest = visit(house);
    const pressed = await guest.post(link);
    expect([pressed.status, pressed.location]).toEqual([303, path]);
    expect((await guest.follow(pressed)).text).toContain(
      'You have a seat. A mail with the calendar entry is on its way.',
    );
    expect(await standing()).toBe('going 2');
  });

  it('pressed a second time, or made up, changes nothing and leads to the evening’s page', async () => {
    const { path, link, standing } = await asked('seat', { plus_ones: 1 });
    await visit(house).post(link);
    const again = visit(house);
    for (const [where, answer] of [
      [link, await again.post(link)],
      [link, await again.get(link)],
      ['made up', await again.post(link.replace(/.{8}$/, 'AAAAAAAA'))],
    ] as const) {
      expect(answer.text, where).toContain('This link has done its work');
      expect(answer.links, where).toContain(path);
    }
    expect(again.cookies.ugroup).toBeUndefined();
    expect(await standing()).toBe('going 2');
  });

  it('puts on the waitlist when all seats are taken, and says so before', async () => {
    const { link, standing } = await asked('seat', { cap: 1, plus_ones: 1 }, ['Ann']);
    const guest = visit(house);
    expect((await guest.get(link)).text).toContain('All seats are taken As Nguyễn Thị Hạnh');
    expect((await guest.follow(await guest.post(link))).text).toContain('You are number 1');
    expect(await standing()).toBe('waitlisted 2');
  });

  it('notes an interest in an evening that is only announced', async () => {
    const { link, standing } = await asked('interest', { stage: 'announced', opensInDays: 3 });
    const guest = visit(house);
    expect((await guest.get(link)).text).toContain('Save the date');
    expect((await guest.follow(await guest.post(link))).text).toContain('We will tell you when sign-up opens.');
    expect(await standing()).toBe('interested 1');
  });
});
