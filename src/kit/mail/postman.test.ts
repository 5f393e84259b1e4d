// When mails leave, wait, are tried again or dropped.
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { silentLog } from '#kit/log.ts';
import { testDatabase } from '../../../test/world/database.ts';
import { type Sink, startSink } from '../../../test/world/smtp.ts';
import {
  forgetMails,
  liftSuppression,
  type Mail,
  mailProgress,
  mailTemplate,
  openTransport,
  type Postman,
  queueMails,
  startPostman,
  suppressAddress,
  sweepMails,
  type Templates,
} from './index.ts';

const world = testDatabase();
let sink: Sink;
let postmen: Postman[] = [];

const templates: Templates = {
  'events.note': mailTemplate(z.object({ text: z.string() }), async ({ mail }, { text }) => ({
    subject: text,
    text: `${text} ${mail.mail_id}`,
    html: `<p>${text}</p>`,
  })),
  'events.untrue': async () => null,
  'events.broken': async () => {
    throw new Error('a bug');
  },
};

beforeEach(async () => {
  sink = await startSink();
  await world.db.deleteFrom('kit.mail').execute();
  await world.db.deleteFrom('kit.mail_suppression').execute();
});
afterEach(async () => {
  await Promise.all(postmen.map((postman) => postman.stop()));
  postmen = [];
  await sink.stop();
});

function postman(perHour = 100_000, isRushed?: () => boolean): Postman {
  const options = {
    db: world.db,
    templates,
    origin: 'https://groups.example.org',
    perHour,
    isRushed,
    log: silentLog(),
  };
  const started = startPostman({ ...options, transport: openTransport(sink.url, '') });
  postmen.push(started);
  return started;
}

function note(text: string, more: Partial<Mail> = {}): Mail {
  return { template: 'events.note', to: 'may@example.org', lang: 'en', args: { text }, ...more };
}

const queue = (...mails: Mail[]) => queueMails(world.db, mails);
const rows = () => world.db.selectFrom('kit.mail').selectAll().orderBy('due_at').execute();
const subjects = () => sink.mails().map((mail) => mail.subject);
/** As if the time a mail has to wait had passed. */
const wakeAll = () => world.db.updateTable('kit.mail').set({ retry_at: null }).where('state', '=', 'waiting').execute();

describe('a mail', () => {
  test('leaves after its transaction and not without it', async () => {
    const man = postman();
    await expect(
      world.db.transaction().execute(async (tx) => {
        await queueMails(tx, [note('never')]);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await world.db.transaction().execute((tx) => queueMails(tx, [note('once')]));
    man.nudge();
    await sink.waitFor(1);
    await man.idle();
    expect(subjects()).toEqual(['once']);
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'sent', args: {}, attempts: 1, last_error: null });
    expect(row?.message_id).toBe(`<${row?.mail_id}@groups.example.org>`);
    expect(sink.mails()[0]?.headers).toContain(`Message-ID: ${row?.message_id}`);
  });

  test('is refused when its address could be two or a header', async () => {
    for (const to of ['a@b.example\r\nBcc: c@d.example', 'a@b.example, c@d.example', 'nobody', 'a@b\0.example']) {
      await expect(queue(note('x'), note('x', { to }))).rejects.toThrow('number 2 of 2');
    }
    expect(await rows()).toEqual([]);
  });

  test('whose news is no longer true is dropped, and so is what it was to say', async () => {
    await queue(note('x', { template: 'events.untrue', args: { text: 'y' } }));
    await postman().idle();
    expect(await rows()).toMatchObject([{ state: 'dropped', last_error: 'no-longer-true', args: {} }]);
  });

  test('that cannot be worded waits, and holds up no other', async () => {
    await queue(
      note('a', { template: 'events.broken' }),
      note('b', { template: 'events.unknown' }),
      note('c', { args: {} }),
      note('d'),
    );
    await postman().idle();
    expect(subjects()).toEqual(['d']);
    expect((await rows()).map((row) => [row.state, row.last_error])).toEqual([
      ['waiting', 'template-failed'],
      ['waiting', 'template-unknown'],
      ['waiting', 'template-failed'],
      ['sent', null],
    ]);
  });

  test('waits for its moment', async () => {
    await queue(note('later', { due_at: new Date(Date.now() + 3_600_000) }), note('now'));
    await postman().idle();
    expect(subjects()).toEqual(['now']);
  });
});

describe('the order', () => {
  test('is codes, seats, news, and within each as they were queued', async () => {
    await queue(note('news', { priority: 50 }), note('seat 1', { stream: 'a' }), note('seat 2', { stream: 'a' }));
    await queue(note('code', { priority: 0 }));
    const taken: string[] = [];
    const transport = { send: async (message: { subject: string }) => void taken.push(message.subject), close() {} };
    const one = { least: 0, most: 100, atOnce: 1, perHour: 1000 };
    const { claimMails, endMail } = await import('./claim.ts');
    for (let mails = await claimMails(world.db, one); mails[0]; mails = await claimMails(world.db, one)) {
      await transport.send({ subject: (mails[0].args as { text: string }).text });
      await endMail(world.db, mails[0], { state: 'sent', message_id: 'x' }, () => false);
    }
    expect(taken).toEqual(['code', 'seat 1', 'seat 2', 'news']);
  });

  test('of a stream holds, even when the older one has to wait', async () => {
    sink.refuse('may@example.org', 451);
    await queue(
      note('request', { stream: 'seat' }),
      note('cancel', { stream: 'seat' }),
      note('other', { to: 'li@example.org' }),
    );
    const man = postman();
    await man.idle();
    expect(subjects()).toEqual(['other']);
    expect((await rows()).map((row) => row.attempts)).toEqual([1, 0, 1]);
    sink.refuse('may@example.org', 250);
    await wakeAll();
    await man.idle();
    expect(subjects()).toEqual(['other', 'request', 'cancel']);
  });

  test('of a stream is not held by a reminder that is due later', async () => {
    await queue(
      note('reminder', { stream: 'seat', due_at: new Date(Date.now() + 86_400_000) }),
      note('cancel', { stream: 'seat' }),
    );
    await postman().idle();
    expect(subjects()).toEqual(['cancel']);
  });

  test('holds for fifty mails of a stream and two postmen, each mail once', async () => {
    await queue(...Array.from({ length: 50 }, (_, n) => note(String(n), { stream: n % 2 ? 'odd' : undefined })));
    await Promise.all([postman(), postman()].map((man) => man.idle()));
    await sink.waitFor(50);
    const arrived = subjects().map(Number);
    expect([...arrived].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n));
    expect(arrived.filter((n) => n % 2)).toEqual(Array.from({ length: 25 }, (_, n) => 2 * n + 1));
  });
});

describe('the pace', () => {
  test('holds news back and lets codes through, over a restart too', async () => {
    await queue(...Array.from({ length: 9 }, (_, n) => note(String(n), { priority: 50, campaign: 'opening' })));
    const first = postman(36);
    await first.idle();
    expect(await mailProgress(world.db, 'opening')).toEqual({ waiting: 6, sent: 3, failed: 0, dropped: 0 });
    await first.stop();
    await queue(note('code', { priority: 0 }));
    const second = postman(36);
    await second.idle();
    expect(subjects().sort()).toEqual(['0', '1', '2', 'code']);
    await sql`update kit.mail set sent_at = sent_at - interval '6 minutes' where state = 'sent'`.execute(world.db);
    await second.idle();
    expect((await mailProgress(world.db, 'opening')).sent).toBe(6);
  });
});

describe('a rush', () => {
  test('goes before mails, but not before codes, and for a few seconds only', async () => {
    let asked = 0;
    const man = postman(100_000, () => ++asked > 0);
    await queue(note('seat'), note('code', { priority: 0 }));
    man.nudge();
    await expect.poll(subjects).toEqual(['code']);
    expect(asked).toBeGreaterThan(0);
    // Nobody else comes first for ever.
    await expect.poll(subjects, { timeout: 12_000 }).toEqual(['code', 'seat']);
    expect(asked).toBeGreaterThan(20);
  });
});

describe('a mailbox that does not exist', () => {
  test('fails once and gets no news any more, but codes and seats', async () => {
    sink.refuse('may@example.org', 550);
    await queue(note('seat'));
    const man = postman();
    await man.idle();
    expect(await rows()).toMatchObject([{ state: 'failed', last_error: 'smtp-550', attempts: 1, args: {} }]);
    expect(JSON.stringify(await world.db.selectFrom('kit.mail_suppression').selectAll().execute())).not.toContain(
      'may',
    );
    sink.refuse('may@example.org', 250);
    await queue(note('news', { priority: 50, to: 'MAY@example.org' }), note('code', { priority: 0 }), note('seat 2'));
    await man.idle();
    expect(subjects().sort()).toEqual(['code', 'seat 2']);
    expect((await rows()).find((row) => row.priority === 50)).toMatchObject({
      state: 'dropped',
      last_error: 'suppressed',
    });
    await liftSuppression(world.db, 'May@example.org');
    await queue(note('news again', { priority: 50 }));
    await man.idle();
    expect(subjects()).toContain('news again');
  });

  test('can be told from outside, twice', async () => {
    await suppressAddress(world.db, 'may@example.org', 'bounce');
    await suppressAddress(world.db, 'may@example.org', 'bounce');
    await queue(note('news', { priority: 50 }));
    await postman().idle();
    expect(subjects()).toEqual([]);
  });
});

describe('a mail server that is away', () => {
  test('loses nothing: mails wait, and leave in order when it is back', async () => {
    await sink.down();
    await queue(note('one', { stream: 's' }), note('two', { stream: 's' }), note('code', { priority: 0 }));
    const man = postman();
    await man.idle();
    expect((await rows()).map((row) => row.state)).toEqual(['waiting', 'waiting', 'waiting']);
    expect((await rows()).map((row) => row.last_error)).toContain('ESOCKET');
    await sink.up();
    await wakeAll();
    await sink.waitFor(3);
    expect(subjects().filter((subject) => subject !== 'code')).toEqual(['one', 'two']);
  });

  test('and took the mail but not the acknowledgement: it comes again under the same Message-ID', async () => {
    sink.cutAfterData(1);
    await queue(note('twice'));
    const man = postman();
    await sink.waitFor(1);
    await man.idle();
    expect(await rows()).toMatchObject([{ state: 'waiting' }]);
    await wakeAll();
    await sink.waitFor(2);
    const ids = sink.mails().map((mail) => mail.parsed.messageId);
    expect(ids[0]).toBe(ids[1]);
  });

  test('that wants a mail later is asked for five days', async () => {
    sink.refuse('may@example.org', 452);
    await queue(note('full'));
    const man = postman();
    await man.idle();
    expect(await rows()).toMatchObject([{ state: 'waiting', last_error: 'smtp-452' }]);
    await sql`update kit.mail set due_at = due_at - interval '6 days', retry_at = null`.execute(world.db);
    await man.idle();
    expect(await rows()).toMatchObject([{ state: 'failed', last_error: 'smtp-452' }]);
  });
});

test('a postman that died in the middle is followed by another, once its claim has lapsed', async () => {
  await queue(note('x'));
  const { claimMails } = await import('./claim.ts');
  expect(await claimMails(world.db, { least: 0, most: 100, atOnce: 5, perHour: 1000 })).toHaveLength(1);
  const man = postman();
  await man.idle();
  expect(subjects()).toEqual([]);
  await sql`update kit.mail set retry_at = retry_at - interval '180 seconds'`.execute(world.db);
  await man.idle();
  expect(subjects()).toEqual(['x']);
});

test('three thousand mails are one statement, and are forgotten after thirty days or with their person', async () => {
  const person_id = '01960000-0000-7000-8000-00000000000a';
  await queue(
    ...Array.from({ length: 3000 }, (_, n) =>
      note(`${n} \ud800 \0`, { to: `p${n}@example.org`, campaign: 'c', person_id: n ? null : person_id }),
    ),
  );
  expect((await rows()).map((row) => row.to_address)).toEqual(
    Array.from({ length: 3000 }, (_, n) => `p${n}@example.org`),
  );
  await world.db.transaction().execute((tx) => forgetMails(tx, person_id));
  expect((await mailProgress(world.db, 'c')).waiting).toBe(2999);
  await sql`update kit.mail set created_at = created_at - interval '31 days', due_at = due_at - interval '31 days'`.execute(
    world.db,
  );
  await sql`update kit.mail set state = 'sent' where to_address like 'p1%'`.execute(world.db);
  expect(await sweepMails(world.db)).toBe(1111);
});

test.each(['code', 'token', 'secret'])('a %s is not queued unless it is sealed', async (name) => {
  const to = 'open@example.org';
  const mail = { template: 'events.note', to, lang: 'en' } as const;
  await expect(queueMails(world.db, [{ ...mail, args: { [name]: '123456' } }])).rejects.toThrow('not sealed');
  expect(await world.db.selectFrom('kit.mail').select('mail_id').where('to_address', '=', to).execute()).toEqual([]);
});
