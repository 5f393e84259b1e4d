// A guest's own ways: the ticket on the page and in the mail, and ringing when the entrance is locked.
import decodeQR from 'qr/decode.js';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Id } from '#kit/id.ts';
import { readSlip } from '#kit/slip.ts';
import { Temporal } from '#kit/time.ts';
import { testHouse, visit } from '../../test/visit.ts';
import { evening, pairedPhone, scan, sync } from './for-tests.ts';

const house = testHouse({ works: true });
const as = async (person: string | undefined) => visit(house).as(person as Id<'people.person'>);

async function read(picture: Buffer): Promise<string> {
  const image = sharp(picture).flatten({ background: '#fff' }).removeAlpha().toColourspace('srgb');
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  return decodeQR({ width: info.width, height: info.height, data });
}

describe('a ticket', () => {
  it('is on the page of who has a seat, and says whose it is and for which evening', async () => {
    const { event, world, people } = await evening(house, ['Ada Lovelace']);
    const ada = await as(people[0]);
    const path = `/g/${world.group.slug}/e/${event.slug}`;
    expect((await ada.get(path)).links).toContain(`${path}/ticket`);
    const { body } = await ada.get(`${path}/ticket`);
    const svg = /<svg class="ui-qr"[\s\S]*?<\/svg>/.exec(body)?.[0] ?? '';
    const drawn = svg.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" ');
    expect(readSlip(await read(Buffer.from(drawn)))).toMatchObject({
      first: event.event_id,
      second: people[0],
      count: 1,
    });
    const stranger = await evening(house, ['Bea']);
    expect((await (await as(stranger.people[0])).get(`${path}/ticket`)).status).toBe(404);
    await ada.post(`${path}/release`);
    expect((await ada.get(`${path}/ticket`)).status).toBe(404);
    expect((await ada.get(path)).links).not.toContain(`${path}/ticket`);
  });

  it('comes with the mail about the seat, as a picture that is read as the same', async () => {
    const { event, people } = await evening(house, ['Cem Çelik']);
    const mails = await house.mails();
    const mail = mails.findLast(({ to }) => to.includes((people[0] ?? '').slice(-12)));
    const files = (mail?.raw.attachments ?? []) as { filename: string; content: Buffer }[];
    const file = files.find(({ filename }) => filename === 'ticket.png');
    expect(readSlip(await read(file?.content ?? Buffer.of()))).toMatchObject({
      first: event.event_id,
      second: people[0],
    });
  });
});

describe('who stands outside', () => {
  it('rings, is seen at the door, and is not seen once fetched or let in', async () => {
    const night = await evening(house, ['Ada', 'Bea']);
    const phone = await pairedPhone(house, night, 'Front');
    const path = `/g/${night.world.group.slug}/e/${night.event.slug}`;
    for (const person of night.people) await (await as(person)).post(`${path}/outside`, { place: 'side door' });
    const { outside } = await sync(phone);
    expect(outside.map(({ name, place }) => [name, place])).toEqual([
      ['Ada', 'side door'],
      ['Bea', 'side door'],
    ]);
    await sync(phone, [scan('in', { person_id: night.people[0] })]);
    expect((await sync(phone, [], { fetched: [night.people[1] ?? ''] })).outside.map(({ name }) => name)).toEqual([]);
  });

  it('cannot ring the day before, nor without a seat', async () => {
    const night = await evening(house, ['Ada']);
    const phone = await pairedPhone(house, night, 'Front');
    const path = `/g/${night.world.group.slug}/e/${night.event.slug}`;
    expect((await (await as(night.world.organiser)).post(`${path}/outside`)).status).toBe(404);
    house.setNow(Temporal.Now.instant().subtract({ hours: 20 }));
    const ada = await as(night.people[0]);
    expect((await ada.get(path)).body).not.toContain(`${path}/outside`);
    await ada.post(`${path}/outside`);
    expect((await sync(phone)).outside).toEqual([]);
    house.setNow(Temporal.Now.instant());
    expect((await ada.get(path)).body).toContain(`${path}/outside`);
  });
});
