// A group with a bit of everything, for this room's tests.
import { addQuestions, seatDesk, writeAgenda } from '#events';
import { joinGroup, townVerbs } from '#groups';
import { transact } from '#kit/db.ts';
import { type Id, newId } from '#kit/id.ts';
import { foodVerbs } from '#numbers';
import { personOfAddress } from '#people';
import { makePerson, type TestHouse } from '../../test/visit.ts';
import { makeEvent, makeGroup, seatPeople, type World } from '../../test/world.ts';

export type FullGroup = World & {
  members: Id<'people.person'>[];
  evening: Awaited<ReturnType<typeof makeEvent>>;
};

const mark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><defs><linearGradient id="g"><stop stop-color="#fff"/></linearGradient></defs><path d="M1 1h7v7z" fill="url(#g)"/></svg>';

/** Mark, texts, team, members with wishes, an evening that is full and one that was, a guest an organiser put on the list. */
export async function fullGroup(house: TestHouse, name = '東京 <Cloud> & "Users"'): Promise<FullGroup> {
  const world = await makeGroup(house, { name });
  const { group, organiser } = world;
  const { db, ground } = house;
  const members = [
    await makePerson(house, 'Mirjam Möller'),
    await makePerson(house, '=cmd|calc', { lang: 'de' }),
    await makePerson(house, 'O’Hara, "Kim"'),
  ];
  await transact(db, async (tx) => {
    const conduct = {
      bundled: null,
      own_text: 'Be kind.\n\nAlways.',
      contacts: [{ name: 'Kim', address: 'kim@example.org' }],
    };
    const helper = {
      person_id: members[1] as Id<'people.person'>,
      address: '',
      lang: 'de',
      role: 'organiser',
    } as const;
    const { address } = await tx
      .selectFrom('people.person')
      .select('address')
      .where('person_id', '=', helper.person_id)
      .executeTakeFirstOrThrow();
    await townVerbs.settleIn(tx, { person_id: organiser }, ground.now(), group.group_id, {
      svg: mark,
      conduct,
      helper: { ...helper, address },
    });
    for (const person_id of members) await joinGroup(tx, { person_id }, ground.now(), group.group_id);
  });
  await db
    .updateTable('groups.member')
    .set({ announced: false })
    .where('person_id', '=', members[2] as Id<'people.person'>)
    .execute();
  await db
    .updateTable('groups.group')
    .set({ about: 'We meet.\u2028<script>alert(1)</script>\n\n- and talk', website: 'https://tokyo.example' })
    .where('group_id', '=', group.group_id)
    .execute();
  const evening = await makeEvent(house, world, { title: 'Queues "and" <b>more</b>', cap: 2, plus_ones: 1 });
  await transact(db, (tx) =>
    writeAgenda(tx, evening, [{ time: '18:00', minutes: 30, type: 'talk', title: 'One', who: 'A', note: '' }]),
  );
  const [ada] = await seatPeople(house, evening, ['Ada', 'Ben', 'Cleo']);
  await joinedSeries(house, group, members);
  await askAndAnswer(house, evening, ada as Id<'people.person'>);
  await orderFood(house, { ...evening, title: 'Queues' }, organiser, ada as Id<'people.person'>);
  await nameFromElsewhere(house, evening);
  const added = await transact(db, (tx) =>
    personOfAddress(tx, { address: `speaker-${group.slug}@example.org`, lang: 'en', now: ground.now() }),
  );
  const ask = { kind: 'take', party: 1, via: 'organiser', force: true, name: 'Speaker' } as const;
  await seatDesk(ground).ask(evening, { ...ask, person: added.person_id }, { actor: organiser });
  return { ...world, members, evening };
}

/** A series with one who joined it and one who is about to. */
async function joinedSeries({ db, ground }: TestHouse, { group_id }: World['group'], people: Id<'people.person'>[]) {
  const series_id = newId<'season.series'>();
  const at = new Date(ground.now().epochMilliseconds);
  const rhythm = JSON.stringify({ every: 'week', weeks: 1, weekday: 3, not_in: [] });
  const pattern = JSON.stringify({ starts: '18:00', minutes: 120 });
  const made = { slug: 'open-table', title: 'Open table', rhythm, pattern, starts_on: '2026-01-01', made_at: at };
  const key = { group_id, series_id };
  await db
    .insertInto('season.series')
    .values({ ...key, ...made, template: null, most: null, made_by: null, ended_at: null })
    .execute();
  const [ada, ben] = people as [Id<'people.person'>, Id<'people.person'>];
  await db
    .insertInto('season.regular')
    .values({ ...key, person_id: ada, joined_at: at })
    .execute();
  const challenge_id = newId<'people.challenge'>();
  await db
    .insertInto('season.joining')
    .values({ ...key, challenge_id, person_id: ben, asked_at: at })
    .execute();
}

/** Somebody who signed up elsewhere, with one more, and is known by name only. */
async function nameFromElsewhere(house: TestHouse, { group_id, event_id }: FullGroup['evening']) {
  const added_at = new Date(house.ground.now().epochMilliseconds);
  const more = { name: '=Kim', party: 2, source: 'Meetup', added_by: null, added_at };
  await house.db
    .insertInto('events.elsewhere')
    .values({ group_id, event_id, signup_id: newId(), ...more })
    .execute();
  await seatDesk(house.ground).ask({ group_id, event_id }, { kind: 'elsewhere', heads: 2 });
}

/** Two questions and an answer to each: one anybody in the team may read, one that is private. */
async function askAndAnswer(
  { db, ground }: TestHouse,
  { group_id, event_id }: FullGroup['evening'],
  person_id: Id<'people.person'>,
) {
  const asked = { kind: 'text', is_required: false, kept_days: 14 } as const;
  await transact(db, (tx) =>
    addQuestions(tx, { group_id, event_id }, [
      {
        ...asked,
        options: [],
        label: 'Bike or "train"?',
        purpose: 'So that the yard is open.',
        is_private: false,
        readers: 'team',
      },
      {
        ...asked,
        options: [],
        label: 'Allergies?',
        purpose: 'For the kitchen.',
        is_private: true,
        readers: 'organisers',
      },
    ]),
  );
  const questions = await db
    .selectFrom('events.question')
    .select(['question_id', 'is_private'])
    .where('event_id', '=', event_id)
    .execute();
  const answered_at = new Date(ground.now().epochMilliseconds);
  for (const { question_id, is_private } of questions) {
    const said = is_private ? { answer: null, sealed: 'AAAA' } : { answer: '=Bike', sealed: null };
    await db
      .insertInto('events.answer')
      .values({ group_id, event_id, question_id, person_id, answered_at, ...said })
      .execute();
  }
}

/** How its food is ordered, that guests are asked what they don't eat, and what one of them said. */
async function orderFood(
  { db, ground }: TestHouse,
  evening: FullGroup['evening'] & { title: string },
  food_person: Id<'people.person'>,
  guest: Id<'people.person'>,
) {
  const [now, { secret }] = [ground.now(), ground.config];
  const wish = {
    enough: 90,
    helpers: 3,
    kind: 'portions',
    cost_cents: 950,
    currency: 'JPY',
    order_on: '2026-12-07',
  } as const;
  await transact(db, async (tx) => {
    await foodVerbs.setMeal(tx, evening, now, wish);
    await foodVerbs.noteOrder(tx, evening, now, 41);
    await foodVerbs.setKitchen(tx, evening, { person_id: food_person }, now, { food_person });
    await foodVerbs.giveDiet(tx, evening, guest, { needs: ['vegan'], other: '', heads: 1 }, { secret, now });
  });
}
