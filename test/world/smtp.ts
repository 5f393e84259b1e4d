// A mail server on loopback that keeps what it is given, and can be told to refuse somebody or to go away.
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type CaughtMail = {
  /** Envelope, as RCPT TO said it. */
  to: string;
  from: string;
  /** The whole message as it came over the wire. */
  raw: string;
  /** Header lines of the message, unfolded, as `Name: value`. */
  headers: string[];
  subject: string;
  text: string;
  html: string;
  /** Every part's content type, outermost first, such as `text/calendar; charset=utf-8; method=REQUEST`. */
  types: string[];
  parsed: ParsedMail;
};

export type Sink = {
  /** For SMTP_URL. */
  url: string;
  mails(): CaughtMail[];
  mailsTo(address: string): CaughtMail[];
  /** The first `n` mails, or all once one fits; rejects after ten seconds, saying what did arrive. */
  waitFor(wanted: number | ((mail: CaughtMail) => boolean)): Promise<CaughtMail[]>;
  /** Answers RCPT TO this address with an SMTP code such as 550 or 451; 250 ends it. */
  refuse(address: string, code: number, message?: string): void;
  /** Breaks the connection after the message is in and before it is acknowledged, the next `n` times. */
  cutAfterData(n: number): void;
  /** Stops listening and drops every connection; the port stays the sink's. */
  down(): Promise<void>;
  up(): Promise<void>;
  stop(): Promise<void>;
  clear(): void;
};

export async function startSink(): Promise<Sink> {
  const mails: CaughtMail[] = [];
  const refusals = new Map<string, { code: number; message: string }>();
  const listeners = new Set<() => void>();
  let cuts = 0;
  let port = 0;
  let server: SMTPServer | undefined;

  function listen(): Promise<void> {
    const made = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      closeTimeout: 1,
      onRcptTo({ address }, _session, done) {
        const refusal = refusals.get(address);
        if (!refusal) return done();
        done(Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
      },
      onData(stream, session, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', async () => {
          const raw = Buffer.concat(chunks);
          const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
          for (const { address } of session.envelope.rcptTo) mails.push(await catchMail(address, from, raw));
          for (const listener of listeners) listener();
          if (cuts === 0) return done();
          cuts--;
          for (const connection of made.connections) connection.close();
        });
      },
    });
    // A client that goes away in the middle is part of some tests.
    made.on('error', () => {});
    server = made;
    return new Promise((resolve, reject) => {
      made.server.once('error', reject);
      made.listen(port, '127.0.0.1', () => {
        port = (made.server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  function close(): Promise<void> {
    const going = server;
    server = undefined;
    if (!going) return Promise.resolve();
    for (const connection of going.connections) connection.close();
    return new Promise((resolve) => going.close(() => resolve()));
  }

  await listen();
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails: () => [...mails],
    mailsTo: (address) => mails.filter((mail) => mail.to === address),
    waitFor(wanted) {
      const enough = () => (typeof wanted === 'number' ? mails.length >= wanted : mails.some(wanted));
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          listeners.delete(look);
          reject(
            new Error(
              `waited for mail; had: ${mails.map((mail) => `${mail.to} "${mail.subject}"`).join(', ') || 'none'}`,
            ),
          );
        }, 10_000);
        const look = () => {
          if (!enough()) return;
          clearTimeout(timer);
          listeners.delete(look);
          resolve([...mails]);
        };
        listeners.add(look);
        look();
      });
    },
    refuse(address, code, message = 'refused') {
      if (code === 250) refusals.delete(address);
      else refusals.set(address, { code, message });
    },
    cutAfterData(n) {
      cuts = n;
    },
    down: close,
    up: () => (server ? Promise.resolve() : listen()),
    stop: close,
    clear: () => {
      mails.length = 0;
    },
  };
}

async function catchMail(to: string, from: string, bytes: Buffer): Promise<CaughtMail> {
  const parsed = await simpleParser(bytes);
  const raw = bytes.toString('utf8');
  const unfolded = raw.replace(/\r\n[ \t]+/g, ' ');
  const head = unfolded.slice(0, unfolded.indexOf('\r\n\r\n'));
  return {
    to,
    from,
    raw,
    headers: head.split('\r\n'),
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || '',
    types: [...unfolded.matchAll(/^content-type: (.*)$/gim)].map((match) => (match[1] ?? '').trim()),
    parsed,
  };
}
