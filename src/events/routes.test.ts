// Evenings through the web, as a guest and as an organiser: what they read, what a wrong form says, and what then stands in the rows.
import { beforeAll, describe, expect, it } from 'vitest';
import { fieldsOf } from '../../test/fields-of.ts';
import { makePerson, testHouse, visit } from '../../test/visit.ts';
import { statementsOf } from '../../test/world/statements.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../test/world.ts';
import { eventPaths } from './paths.ts';
import { enrolmentOf } from './queries.ts';
import { seatDesk } from './seat-desk.ts';

const house = testHouse({ works: true });
let world: World;
beforeAll(async () => {
  world = await makeGroup(house);
});
const show = (event: { slug: string }) => eventPaths.show(world.group.slug, event.slug);
const organiser = () => visit(house).as(world.organiser);

describe('a guest', () => {
  it('signed in takes a seat with one tap; pressing twice, or going back and pressing, is one seat', async () => {
    const event = await makeEvent(house, world);
    const ann = await makePerson(house, 'Ann');
    const browser = await visit(house).as(ann);
    const first = await browser.post(`${show(event)}/seat`);
    expect(first).toMatchObject({ status: 303, location: show(event) });
    expect((await browser.follow(first)).text).toContain('You have a seat');
    await Promise.all([browser.post(`${show(event)}/seat`), browser.post(`${show(event)}/seat`)]);
    const log = await house.db
      .selectFrom('events.enrolment_log')
      .select('to_state')
      .where('person_id', '=', ann)
      .execute();
    expect(log).toEqual([{ to_state: 'going' }]);
  });

  it('who leaves a field empty gets the same page, their words and the field named', async () => {
    const event = await makeEvent(house, world);
    const answer = await visit(house).post(`${show(event)}/seat`, { name: '  ', address: 'nguyễn at example' });
    expect(answer.status).toBe(422);
    expect(answer.errors).toEqual({ name: 'Please fill this in.', address: expect.stringContaining('mail address') });
    expect(answer.body).toContain('nguyễn at example');
    expect(
      await house.db.selectFrom('events.enrolment').selectAll().where('event_id', '=', event.event_id).execute(),
    ).toEqual([]);
  });

  it('at a full evening hears the same whether their address is known, seated, or new', async () => {
    const event = await makeEvent(house, world, { cap: 1 });
    const [seated] = await seatPeople(house, event, ['Ann']);
    const { address } = await house.db
      .selectFrom('people.person')
      .select('address')
      .where('person_id', '=', seated as never)
      .executeTakeFirstOrThrow();
    const asked = await Promise.all(
      [address, 'nobody.yet@example.org'].map((to) =>
        visit(house).post(`${show(event)}/seat`, { name: 'X', address: to }),
      ),
    );
    const shape = (location: string | null) => location?.replace(/[\w-]{40,}$/, 'TOKEN');
    expect(shape(asked[0]?.location ?? null)).toBe(shape(asked[1]?.location ?? null));
    expect(asked.map(({ status }) => status)).toEqual([303, 303]);
  });

  it('sees a page without a word about anybody, and the same bytes as everybody else signed out', async () => {
    const event = await makeEvent(house, world);
    await seatPeople(house, event, ['Wilhelmina Unmistakable']);
    const pages = await Promise.all([visit(house).get(show(event)), visit(house).get(show(event))]);
    expect(pages[0]?.body).toBe(pages[1]?.body);
    expect(pages[0]?.body).not.toContain('Unmistakable');
    expect(pages[0]?.body).toContain('1 person is coming');
    // The control: an organiser's list does show the name.
    expect((await (await organiser()).get(`${show(event)}/guests`)).text).toContain('Wilhelmina Unmistakable');
  });

  it('who spells a cookie oddly, or carries a query, leaves no trace in the page everybody gets', async () => {
    const event = await makeEvent(house, world);
    const plain = () => house.app.inject({ url: show(event), headers: { accept: 'text/html' } });
    const { cookies } = await organiser();
    for (const cookie of ['ugroup-flash =TRACE', 'a=b;\tugroup-flash=TRACE', `ugroup =${cookies.ugroup}`]) {
      const own = await house.app.inject({
        url: `${show(event)}?trace=TRACE`,
        headers: { accept: 'text/html', cookie },
      });
      expect(own.statusCode).toBe(200);
      const everybody = await plain();
      expect(everybody.body).not.toContain('TRACE');
      expect(everybody.body).not.toContain('Priya Raman');
    }
  });

  it('who asks for what cannot be, a NUL in an address or a list where a word belongs, breaks nothing for others', async () => {
    const event = await makeEvent(house, world);
    const browser = await organiser();
    const asked = await Promise.all([
      ...Array.from({ length: 10 }, () => browser.get(show(event))),
      browser.get(`${show(event)}%00`),
      browser.get(`${show(event)}/guests?q=%00`),
      browser.get(`${show(event)}/guests?q=a&q=b&after=1&after=2`),
    ]);
    expect(asked.map(({ status }) => status)).toEqual([...Array(10).fill(200), 404, 200, 200]);
  });

  it('whose code got lost is mailed a new one, and the seat is theirs with it', async () => {
    const event = await makeEvent(house, world);
    const browser = visit(house);
    const asked = await browser.post(`${show(event)}/seat`, { name: 'Lost', address: 'lost@example.org' });
    const page = await browser.follow(asked);
    const token = /name="token" value="([^"]+)"/.exec(page.body)?.[1] ?? '';
    // The first has left before a second is asked for; one that has not is dropped.
    await house.mails();
    const again = await browser.post('/signin/again', { token, back: asked.location ?? '' });
    expect((await browser.follow(again)).text).toContain('A new code is on its way');
    const codes = (await house.mails())
      .filter(({ to }) => to.includes('lost@'))
      .map(({ subject }) => subject.replace(/\D/g, ''));
    expect(codes).toHaveLength(2);
    const done = await browser.post(asked.location ?? '', { code: codes[1] ?? '' });
    expect((await browser.follow(done)).text).toContain('You have a seat');
  });

  it('at a closed evening is not even mailed a code', async () => {
    const event = await makeEvent(house, world, { inDays: 0.5, opensInDays: -3 });
    const before = (await house.mails()).length;
    const answer = await visit(house).post(`${show(event)}/seat`, { name: 'X', address: 'victim@example.org' });
    expect([answer.status, (await house.mails()).length]).toEqual([422, before]);
  });

  it('gives the seat back from the mail’s link only by pressing, and a changed link opens nothing', async () => {
    const event = await makeEvent(house, world);
    const [ann] = await seatPeople(house, event, ['Ann']);
    const mail = (await house.mails()).findLast(({ text }) => text.includes(`/mine/${ann}/`));
    const path = /http:\/\/localhost:3000(\/g\/\S+\/mine\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
    const scanner = visit(house);
    for (let n = 0; n < 3; n++) expect((await scanner.get(path)).text).toContain('Ann has a seat');
    expect((await enrolmentOf(house.db, event, ann as never))?.state).toBe('going');
    expect((await scanner.post(path.replace(/.$/, (end) => (end === 'A' ? 'B' : 'A')))).status).toBe(404);
    expect((await scanner.post(path)).status).toBe(303);
    expect((await enrolmentOf(house.db, event, ann as never))?.state).toBe('released');
  });

  it('finds no draft, no evening of another group, and no evening that never was', async () => {
    const draft = await makeEvent(house, world, { stage: 'draft' });
    const other = await makeGroup(house);
    const open = await makeEvent(house, world);
    for (const path of [
      show(draft),
      eventPaths.show(other.group.slug, open.slug),
      eventPaths.show('nowhere', 'never'),
    ]) {
      expect((await visit(house).get(path)).status).toBe(404);
      expect((await visit(house).post(`${path}/seat`, { name: 'X', address: 'x@example.org' })).status).toBe(404);
    }
    const guest = await visit(house).as(await makePerson(house, 'Ann'));
    expect((await guest.post(`${show(draft)}/seat`)).status).toBe(404);
  });
});

const wish = {
  title: 'Queues',
  day: '2027-03-28',
  starts: '18:00',
  ends: '20:00',
  zone: 'Europe/Berlin',
  kind: 'in_person',
  closes_hours: '24',
};

describe('an organiser', () => {
  it('is asked about a time the clock jumps over, and about one it strikes twice', async () => {
    const browser = await organiser();
    const path = eventPaths.blank(world.group.slug);
    const never = await browser.post(path, { ...wish, starts: '02:30', ends: '05:00' });
    expect(never.status).toBe(422);
    expect(never.errors.starts).toBe('The clock jumps over this time on that day. Please choose 01:30 or 03:30.');
    const twice = await browser.post(path, { ...wish, day: '2027-10-31', starts: '02:30', ends: '05:00' });
    expect(twice.errors.starts).toContain('twice');
    const chosen = await browser.post(path, {
      ...wish,
      day: '2027-10-31',
      starts: '02:30',
      starts_which: 'second',
      ends: '05:00',
    });
    expect(chosen.status).toBe(303);
    const made = await house.db
      .selectFrom('events.event')
      .select('starts_at')
      .where('slug', '=', '2027-10-31-queues')
      .executeTakeFirstOrThrow();
    expect(made.starts_at.toISOString()).toBe('2027-10-31T01:30:00.000Z');
  });

  it.each([
    ['31 February', { day: '2027-02-31' }, 'day'],
    ['a room for abc', { room_capacity: 'abc' }, 'room_capacity'],
    ['no title', { title: '' }, 'title'],
    ['a day that has passed', { day: '2020-02-02' }, 'day'],
    ['an end before the start', { starts: '21:00', ends: '19:00' }, 'ends'],
    ['a link to nowhere', { online_url: 'javascript:alert(1)' }, 'online_url'],
    ['a zone of its own', { zone: 'Mars/Olympus' }, 'zone'],
    ['sign-up that opens after the start', { opens_day: '2027-04-01', opens: '09:00' }, 'opens_day'],
  ])('who types %s keeps everything else and is shown the field', async (_what, wrong, field) => {
    const answer = await (await organiser()).post(eventPaths.blank(world.group.slug), {
      ...wish,
      title: 'Kept words',
      ...wrong,
    });
    expect(answer.status).toBe(422);
    expect(Object.keys(answer.errors)).toEqual([field]);
    if (field !== 'title') expect(answer.body).toContain('Kept words');
  });

  it('names the clock by a city, and is offered that of the address', async () => {
    const browser = await organiser();
    const made = await browser.post(eventPaths.blank(world.group.slug), {
      ...wish,
      title: 'Elsewhere',
      zone: 'Munich',
    });
    expect(made.status).toBe(303);
    const page = await browser.get((made.location ?? '').replace('/manage', '/edit'));
    expect(page.body).toContain('value="Berlin"');
    expect((await browser.get(eventPaths.blank(world.group.slug))).body).toMatch(/name="zone"[^>]*value="Chicago"/);
    const wrong = { ...wish, title: '', place_address: '1 Water Street, 53202 Milwaukee' };
    expect((await browser.post(eventPaths.blank(world.group.slug), wrong)).text).toContain('Or is it Chicago');
  });

  it('who cancels a draft throws it away, and nobody ever sees that it was planned', async () => {
    const draft = await makeEvent(house, world, { stage: 'draft', title: 'Never mind this one' });
    const browser = await organiser();
    expect((await browser.get(`${show(draft)}/cancel`)).text).toContain('Throw this draft away?');
    const gone = await browser.post(`${show(draft)}/cancel`);
    expect(gone.location).toBe(`/g/${world.group.slug}`);
    expect((await browser.get(show(draft))).status).toBe(404);
    expect((await visit(house).get(`/g/${world.group.slug}`)).text).not.toContain('Never mind this one');
  });

  it('who frees a seat is asked first, and the log says who did it', async () => {
    const event = await makeEvent(house, world);
    const [ann] = await seatPeople(house, event, ['Ann']);
    const browser = await organiser();
    const asked = await browser.post(`${show(event)}/guests/release`, { release: String(ann) });
    expect([asked.status, asked.heading]).toEqual([200, 'Free this seat?']);
    expect((await enrolmentOf(house.db, event, ann as never))?.state).toBe('going');
    await browser.post(`${show(event)}/guests/release`, { release: String(ann), sure: 'yes' });
    const log = await house.db
      .selectFrom('events.enrolment_log')
      .select(['to_state', 'via', 'actor_id'])
      .where('person_id', '=', ann as never)
      .orderBy('log_id', 'desc')
      .executeTakeFirst();
    expect(log).toEqual({ to_state: 'released', via: 'organiser', actor_id: world.organiser });
  });

  it('who offers fewer seats than are taken is asked what now, and drops nobody', async () => {
    const event = await makeEvent(house, world, { cap: 5 });
    await seatPeople(house, event, ['Ann', 'Bo', 'Cy']);
    const browser = await organiser();
    const asked = await browser.post(`${show(event)}/cap`, { cap: '1' });
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Nobody loses a seat');
    const sure = await browser.post(`${show(event)}/cap`, { cap: '1', sure: 'yes' });
    expect(sure.status).toBe(303);
    const seats = await house.db
      .selectFrom('events.enrolment')
      .select('state')
      .where('event_id', '=', event.event_id)
      .execute();
    expect(seats).toEqual(Array(3).fill({ state: 'going' }));
  });

  it('who moves an evening tells everybody once, and who corrects a word tells nobody', async () => {
    const event = await makeEvent(house, world, { inDays: 20, opensInDays: -1 });
    const [ann] = await seatPeople(house, event, ['Ann']);
    const told = async () =>
      (await house.mails()).filter(
        ({ raw }) => JSON.stringify(raw).includes(event.event_id) && JSON.stringify(raw).includes(String(ann)),
      );
    const browser = await organiser();
    const form = async () => fieldsOf((await browser.get(`${show(event)}/edit`)).body);
    const before = (await told()).length;
    await browser.post(`${show(event)}/edit`, { ...(await form()), about: 'Corrected.' });
    expect((await told()).length).toBe(before);
    const moved = await browser.post(`${show(event)}/edit`, { ...(await form()), place_name: 'Pump House' });
    // Ann, and the organiser, who as a member got the announcement.
    expect((await browser.follow(moved)).text).toContain('2 people are told');
    await browser.post(`${show(event)}/edit`, { ...(await form()) });
    expect((await told()).length).toBe(before + 1);
  });

  it('who adds somebody by name sees that name, although they never typed a code', async () => {
    const event = await makeEvent(house, world, { cap: 1 });
    await seatPeople(house, event, ['Ann']);
    const browser = await organiser();
    await browser.post(`${show(event)}/guests/add`, { name: 'María Speaker', address: 'maria.speaker@example.org' });
    expect((await browser.get(`${show(event)}/guests`)).text).toContain('María Speaker');
  });

  it('reads the list in as many statements for three guests as for one', async () => {
    const [one, three] = [await makeEvent(house, world), await makeEvent(house, world)];
    await seatPeople(house, one, ['Ann']);
    await seatPeople(house, three, ['Ann', 'Bo', 'Cy']);
    const browser = await organiser();
    // The postman asks the same pool each second, so the smallest of a few counts is the page's own.
    const count = async (path: string) => {
      const counts: number[] = [];
      for (let n = 0; n < 4; n++) counts.push(await statementsOf(house, () => browser.get(path)));
      return Math.min(...counts);
    };
    expect(await count(`${show(three)}/guests`)).toBe(await count(`${show(one)}/guests`));
  });
});

describe('the clock', () => {
  it('opens sign-up by itself and mails the interested and the members once', async () => {
    const own = await makeGroup(house);
    const event = await makeEvent(house, own, { stage: 'announced', inDays: 30, opensInDays: 1 });
    const ann = await makePerson(house, 'Ann');
    await seatDesk(house.ground).ask(event, { kind: 'interest', person: ann, on: true });
    const { tick } = await import('./tick.ts');
    const { opened } = await tick(house.ground);
    expect(opened).toBe(0);
    house.setNow(house.ground.now().add({ hours: 30 }));
    await Promise.all([tick(house.ground), tick(house.ground)]);
    const mails = await house.db
      .selectFrom('kit.mail')
      .select('person_id')
      .where('campaign', '=', `events.opened:${event.event_id}`)
      .execute();
    expect(mails.map(({ person_id }) => person_id).sort()).toEqual([ann, own.organiser].sort());
  });
});
