// Plays one evening: planned, announced, opened, asked for, moved or cancelled, each at its own moment and through the verbs
// its organisers and guests use.
import { announceEvent, cancelEvent, createEvent, editEvent, openEvent, seatDesk, writeAgenda } from '#events';
import { audit, type Group } from '#groups';
import { transact } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';
import type { Id } from '#kit/id.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { VenueCard } from '#venues';
import { agendaOf } from './agenda.ts';
import { dayOfTurn, laterBy, momentAt, offsetMinutes } from './calendar.ts';
import { countHeads } from './count-heads.ts';
import type { Dice } from './dice.ts';
import { feedGuests } from './feed-guests.ts';
import { crowdOf, inBatches, planAsks } from './plan-asks.ts';
import { planFromTemplate, tickWhatIsDue } from './plan-from-template.ts';
import type { Evening, GroupScript } from './script.ts';
import type { Townspeople } from './settle-people.ts';

/** Something that happens at a moment (epoch milliseconds). Moments of a group are played in order of time. */
export type Moment = { at: number; act(): Promise<unknown> };

export type Stage = {
  /** Its `now` is the moment being played. */
  ground: Ground;
  dice: Dice;
  script: GroupScript;
  group: Group;
  people: Townspeople;
  /** The guest one can be in the demo. */
  guest: Id<'people.person'> | null;
  /** Midnight of the day the town is built, epoch milliseconds. */
  until: number;
  today: string;
  /** Places that are venues, by their keys. */
  venues: ReadonlyMap<string, VenueCard>;
};

type Draft = Parameters<typeof createEvent>[4];
type Event = Awaited<ReturnType<typeof createEvent>>;

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Days before it that an evening is planned and announced: a month ahead there is always something to announce (MV-ENDUR). */
const PLANNED_DAYS = 50;
const ANNOUNCED_DAYS = 45;

/** What happens around one evening, in no order. Nothing later than the day the town is built is played by whoever asks. */
export function eveningMoments(stage: Stage, evening: Evening): Moment[] {
  const { ground, script, group, people, until } = stage;
  const dice = stage.dice.own(`${evening.turn} ${evening.later ?? 0}`);
  const draft = draftOf(stage, evening);
  const [opens, closes, starts] = [draft.opens_at.getTime(), draft.closes_at.getTime(), draft.starts_at.getTime()];
  const actor = { person_id: people.founder };
  let event: Event | undefined;
  const moments: Moment[] = [];
  const add = (at: number, act: (event: Event, now: Instant) => Promise<unknown>) => {
    moments.push({ at, act: () => (event ? act(event, ground.now()) : Promise.resolve()) });
  };
  const told = (tx: Tx, what: string, now: Instant) =>
    audit(tx, { group_id: group.group_id, actor, what, about: { event: event?.slug, title: draft.title }, now });

  moments.push({
    // Evenings far off were planned the other day, those of a new group on its first.
    at: Math.min(starts - PLANNED_DAYS * DAY + (dice.throw() * 9 - 5) * HOUR, until - 3 * DAY),
    act: () =>
      transact(ground.db, async (tx) => {
        const { template } = evening;
        if (template) event = await planFromTemplate(tx, group, people.founder, ground.now(), { template, draft });
        else {
          event = await createEvent(tx, group, people.founder, ground.now(), draft);
          await told(tx, 'events.event.planned', ground.now());
        }
        await writeAgenda(tx, event, agendaOf(script, evening));
      }),
  });
  if (evening.template) add(until - 3 * HOUR, (key) => tickWhatIsDue(ground, key, people.founder, until));
  if (evening.stays === 'draft') return moments;

  const announced = Math.min(starts - ANNOUNCED_DAYS * DAY + (dice.throw() * 9 - 5) * HOUR, until - 2 * DAY);
  add(announced, (key, now) =>
    transact(ground.db, async (tx) => {
      await announceEvent(tx, key, now);
      await told(tx, 'events.event.announced', now);
    }),
  );
  moments.push(...curiousMoments(stage, dice, { announced, opens }, () => event));
  if (evening.stays === 'announced') return moments;

  // The clock opens it, as it does in the house.
  add(opens, (key, now) => transact(ground.db, (tx) => openEvent(tx, key, now)));
  const moved = evening.moved;
  if (moved) {
    add(starts - moved.daysBefore * DAY, (key, now) =>
      transact(ground.db, async (tx) => {
        await editEvent(tx, key, now, { ...draft, ...placeOf(stage, moved.to), about: moved.about });
        await told(tx, 'events.event.moved', now);
      }),
    );
  }
  if (evening.asksKitchen)
    add(until - 2 * HOUR, (key) =>
      feedGuests(ground, { ...key, title: draft.title }, people.founder, dice.own('food')),
    );
  const { cancelled } = evening;
  const ends = cancelled ? starts - cancelled.daysBefore * DAY : starts;
  moments.push(
    ...guestMoments(stage, evening, dice, { opens, closes: Math.min(closes, ends), starts: ends }, () => event),
  );
  if (cancelled) {
    add(ends, (key, now) =>
      transact(ground.db, async (tx) => {
        await cancelEvent(tx, key, now, cancelled.why);
        await told(tx, 'events.event.cancelled', now);
      }),
    );
    return moments;
  }
  // The evening before this one is yesterday's: its organisers have not come to it yet.
  const noted = draft.ends_at.getTime() + 15 * HOUR;
  if (noted < until - DAY) add(noted, (key) => countHeads(ground, key, people.founder, dice));
  return moments;
}

/** Those who are told more when it opens. */
function curiousMoments(
  stage: Stage,
  dice: Dice,
  { announced, opens }: { announced: number; opens: number },
  event: () => Event | undefined,
): Moment[] {
  const { ground, people, until } = stage;
  const length = Math.min(opens, until) - announced;
  if (length <= DAY) return [];
  const known = people.crowd.filter(({ since }) => since <= announced);
  const days = Math.min(4, Math.floor(length / DAY));
  return Array.from({ length: days }, (_, day): Moment => {
    const curious = crowdOf(dice, known, Math.ceil((known.length * 0.06) / (day + 1)));
    return {
      at: announced + day * DAY + dice.whole(3, 14) * HOUR,
      act: () => {
        const key = event();
        const desk = seatDesk(ground);
        return Promise.all(
          key ? curious.map(({ person_id: person }) => desk.ask(key, { kind: 'interest', person, on: true })) : [],
        );
      },
    };
  });
}

type Window = Parameters<typeof planAsks>[1];

function guestMoments(
  stage: Stage,
  evening: Evening,
  dice: Dice,
  window: Window,
  event: () => Event | undefined,
): Moment[] {
  const { ground, script, people, guest, until } = stage;
  const { guestAfterHours } = evening;
  const known = people.crowd.filter(({ since, person_id }) => since <= window.opens && person_id !== guest);
  const asks = planAsks(dice, window, {
    crowd: crowdOf(dice, known, evening.crowd).map(({ person_id }) => person_id),
    rush: evening.rush ?? 0.45,
    drops: evening.drops ?? 0.14,
    plus_ones: evening.plus_ones ?? 0,
    offsetMinutes: offsetMinutes(momentAt(dayOf(stage, evening), '12:00', script.zone), script.zone),
  });
  if (guest && guestAfterHours !== undefined) {
    asks.push({ at: window.opens + guestAfterHours * HOUR, person: guest, does: 'take', party: 1 });
    asks.sort((a, b) => a.at - b.at);
  }
  // What is long ago is not looked at ask by ask.
  const hours = window.starts < until - 120 * DAY ? 10 : window.starts < until ? 4 : 0.4;
  return inBatches(asks, window.opens, hours).map((batch) => ({
    at: batch[0]?.at ?? window.opens,
    act: () => {
      const key = event();
      const desk = seatDesk(ground);
      return Promise.all(
        batch.map((ask) => {
          const via = ask.does === 'release' && ask.at % 2 < 1 ? 'mail' : 'page';
          if (!key) return undefined;
          const { person } = ask;
          if (ask.does === 'release') return desk.ask(key, { kind: 'release', person, via });
          return desk.ask(key, { kind: 'take', person, party: ask.party, via: 'page' });
        }),
      );
    },
  }));
}

function dayOf({ script, today }: Stage, { turn, later }: Evening): string {
  return dayOfTurn(script.fixed ?? today, script.weekday, turn, later);
}

function draftOf(stage: Stage, evening: Evening): Draft {
  const { script } = stage;
  const day = dayOf(stage, evening);
  const [from, to] = evening.hours ?? script.hours;
  const starts = momentAt(day, from, script.zone);
  const place = placeOf(stage, evening.place);
  const opensDay = momentAt(
    dayOfTurn(script.fixed ?? stage.today, script.weekday, evening.turn, (evening.later ?? 0) - (evening.opens ?? 14)),
    laterBy(from, -120),
    script.zone,
  );
  const where = evening.online
    ? {
        kind: 'online' as const,
        place_name: '',
        place_address: '',
        place_arrival: '',
        room_capacity: null,
        venue: null,
      }
    : { kind: 'in_person' as const, ...place };
  return {
    title: evening.title,
    about: evening.about,
    zone: script.zone,
    ...where,
    online_url: evening.online ? `https://meet.example.org/${script.key}` : null,
    cap: evening.cap ?? (evening.online ? 200 : (place.room_capacity ?? 50)),
    plus_ones: evening.plus_ones ?? 0,
    posture: 'free',
    posture_note: '',
    starts_at: new Date(starts.epochMilliseconds),
    ends_at: new Date(momentAt(day, to, script.zone).epochMilliseconds),
    opens_at: new Date(opensDay.epochMilliseconds),
    closes_at: new Date(starts.epochMilliseconds - DAY),
  };
}

function placeOf({ script: { places }, venues }: Stage, key = Object.keys(places)[0] ?? '') {
  const place = places[key];
  if (!place) throw new Error(`demo: no place ${key}`);
  return {
    place_name: place.name,
    place_address: place.address,
    place_arrival: place.arrival,
    room_capacity: place.room,
    venue: venues.get(key) ?? null,
  };
}
