// A letter as the message that goes over the wire, read back by a parser of mail.
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Sink, startSink } from '../../../test/world/smtp.ts';
import { isMailAddress } from './address.ts';
import { composeMessage, type Letter } from './compose.ts';
import { openTransport, outcomeOf, type Transport } from './transport.ts';

const envelope = {
  mail_id: '01960000-0000-7000-8000-000000000001',
  to: 'may@example.org',
  from: 'ugroup@groups.example.org',
  host: 'groups.example.org',
};
const plain: Letter = { subject: 'You have a seat', text: 'See you.\n', html: '<p>See you.</p>' };

let sink: Sink;
let transport: Transport;
beforeAll(async () => {
  sink = await startSink();
  transport = openTransport(sink.url, '');
});
beforeEach(() => sink.clear());
afterAll(async () => {
  transport.close();
  await sink.stop();
});

async function sent(letter: Partial<Letter>, to = envelope.to) {
  expect(await transport.send(composeMessage({ ...plain, ...letter }, { ...envelope, to }))).toEqual({
    kind: 'accepted',
  });
  const [mail] = await sink.waitFor(1);
  return mail!;
}

describe('a letter', () => {
  test('arrives as text and html, with the id of its mail in the Message-ID', async () => {
    const mail = await sent({ from_name: 'Lakeside, Cloud "Users" 東京' });
    expect(mail.types[0]).toMatch(/^multipart\/alternative/);
    expect(mail.types.slice(1)).toEqual(['text/plain; charset=utf-8', 'text/html; charset=utf-8']);
    expect(mail.headers).toContain('Message-ID: <01960000-0000-7000-8000-000000000001@groups.example.org>');
    expect(mail.headers).toContain('Auto-Submitted: auto-generated');
    expect(mail.parsed.from?.value[0]).toEqual({ address: envelope.from, name: 'Lakeside, Cloud "Users" 東京' });
    expect(mail.headers.some((line) => line.startsWith('X-Mailer'))).toBe(false);
  });

  test('carries the two headers of one-click unsubscription exactly, however long the address', async () => {
    const url = `https://groups.example.org/stop/${'a'.repeat(200)}`;
    const mail = await sent({ unsubscribe_url: url, list_id: 'lakeside.groups.example.org' });
    expect(mail.raw).toContain(`\r\nList-Unsubscribe: <${url}>\r\n`);
    expect(mail.raw).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
    expect(mail.headers.join('\n')).toMatch(/^List-Id: <lakeside\.groups\.example\.org>$/im);
  });

  test('carries an invitation as a part a calendar reads and as a file', async () => {
    const content = 'BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n';
    const mail = await sent({ ics: { method: 'REQUEST', content } });
    expect(mail.types[0]).toMatch(/^multipart\/mixed/);
    expect(mail.types).toContain('text/calendar; charset=utf-8; method=REQUEST');
    expect(mail.types).toContain('application/ics; name=invite.ics');
    expect(mail.parsed.attachments.map((part) => part.content.toString())).toEqual([content, content]);
  });

  test('refuses a line break in every header it has', () => {
    for (const bad of ['x\r\nBcc: all@example.org', 'x\ny', 'x\ry', 'x\0y']) {
      for (const field of ['subject', 'from_name', 'reply_to', 'list_id', 'unsubscribe_url'] as const) {
        expect(() => composeMessage({ ...plain, [field]: bad }, envelope), `${field} ${JSON.stringify(bad)}`).toThrow(
          /^letter-/,
        );
      }
      expect(() => composeMessage(plain, { ...envelope, to: `${bad}@example.org` })).toThrow('letter-address');
      const attachments = [{ filename: bad, content: '', type: 'text/plain' }];
      expect(() => composeMessage({ ...plain, attachments }, envelope)).toThrow('letter-line-break');
    }
    expect(() => composeMessage({ ...plain, unsubscribe_url: 'javascript:alert(1)' }, envelope)).toThrow('letter-link');
  });

  test('has the headers we gave it and no others, whatever is in its names', async () => {
    const names = [
      'Subject',
      'From',
      'To',
      'Message-ID',
      'Date',
      'MIME-Version',
      'Content-Type',
      'Auto-Submitted',
    ].sort();
    const line = fc
      .string({ unit: 'grapheme', maxLength: 60 })
      .filter((s) => !/[\r\n\0\u2028\u2029\u0085\u000b\u000c]/.test(s) && s.trim() !== '');
    await fc.assert(
      fc.asyncProperty(line, line, async (subject, from_name) => {
        sink.clear();
        const mail = await sent({ subject, from_name });
        expect(mail.headers.map((h) => h.slice(0, h.indexOf(':'))).sort()).toEqual(names);
        expect(mail.to).toBe(envelope.to);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an address', () => {
  test('is ordinary', () => {
    for (const good of [
      'a@b.de',
      "o'brien+x@mail.example.org",
      'ümit@bücher.example',
      'x@localhost',
      'a.b_c-d=e@1.example',
    ]) {
      expect(isMailAddress(good), good).toBe(true);
    }
    const bad = [
      '',
      'a',
      '@b.de',
      'a@',
      'a@b@c.de',
      '"a b"@c.de',
      'a b@c.de',
      'a@b..de',
      'a..b@c.de',
      '.a@b.de',
      'a.@b.de',
      'a@b,c@d.de',
      '<a@b.de>',
      'a@[127.0.0.1]',
      'a@-b.de',
      'a\u0000@b.de',
      `${'a'.repeat(250)}@b.de`,
      'a@b.de\n',
    ];
    for (const text of bad) expect(isMailAddress(text), JSON.stringify(text)).toBe(false);
  });

  test('is the one the server is told', async () => {
    for (const to of ["o'brien+x@mail.example.org", 'MAY@example.org', 'a=b@1.example']) {
      sink.clear();
      expect((await sent({}, to)).to).toBe(to);
    }
  });
});

describe('a refusal', () => {
  const of = (command: string, responseCode: number, response: string) =>
    outcomeOf({ code: 'EENVELOPE', command, responseCode, response });

  test('says the mailbox is gone only when it is', () => {
    expect(of('RCPT TO', 550, '550 5.1.1 no such user')).toEqual({
      kind: 'refused',
      code: 'smtp-550-5.1.1',
      gone: true,
    });
    expect(of('RCPT TO', 550, '550 unknown')).toEqual({ kind: 'refused', code: 'smtp-550', gone: true });
    expect(of('RCPT TO', 554, '554 5.7.1 relay denied')).toMatchObject({ kind: 'refused', gone: false });
    expect(of('RCPT TO', 451, '451 4.7.1 greylisted')).toEqual({ kind: 'later', code: 'smtp-451-4.7.1' });
    expect(of('DATA', 554, '554 5.6.0 content')).toMatchObject({ kind: 'refused', gone: false });
  });

  test('of ourselves is not held against the mail', () => {
    expect(of('MAIL FROM', 530, '530 5.7.0 authenticate')).toEqual({ kind: 'away', code: 'EENVELOPE-530' });
    expect(of('RCPT TO', 421, '421 4.3.2 shutting down').kind).toBe('away');
    expect(outcomeOf({ code: 'ECONNECTION', command: 'CONN' })).toEqual({ kind: 'away', code: 'ECONNECTION' });
  });
});

test('without a mail server a mail becomes a file, and the terminal says so', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'mails-')), 'mails');
  const lines: string[] = [];
  const box = openTransport(undefined, folder, (line) => lines.push(line));
  await box.send(composeMessage(plain, envelope));
  const files = await readdir(folder);
  expect(files).toHaveLength(1);
  expect(lines[0]).toBe(`mail: You have a seat → ${join(folder, files[0]!)}`);
  expect(await readFile(join(folder, files[0]!), 'utf8')).toContain('Subject: You have a seat\r\n');
});
