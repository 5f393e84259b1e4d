// Takes mails out of the outbox, has them worded, and sees them off: codes at once, the rest at the pace the server is allowed.
import type { Log } from '#kit/log.ts';
import type { Db } from '#kit/tables.ts';
import { type Instant, Temporal } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { type Mailbox, serverMailbox } from './address.ts';
import { type ClaimedMail, claimMails, type Ending, endMail, isSuppressed } from './claim.ts';
import { composeMessage, type Letter, LetterRefused } from './compose.ts';
import { suppressAddress } from './outbox.ts';
import type { Outcome, Transport } from './transport.ts';

export type LetterContext = {
  db: Db;
  /** Canonical base address; every link in a letter begins with it. */
  origin: string;
  /** Who every mail of this server is from. A letter may show another name, never another address. */
  from: Mailbox;
  lang: Lang;
  now: Instant;
  /** The mail being worded, for links of its own. */
  mail: { mail_id: string; person_id: string | null; to: string };
};

/** Words a mail when it leaves. `null`: what it was to tell is no longer true, so it is dropped. */
export type Template = (context: LetterContext, args: unknown) => Promise<Letter | null>;

/** By name, `<room>.<name>`. */
export type Templates = Record<string, Template>;

export type PostmanOptions = {
  db: Db;
  templates: Templates;
  transport: Transport;
  origin: string;
  /** Mails of priority above 0 that may leave in an hour, and a twelfth of it in five minutes. */
  perHour: number;
  log: Log;
  /** Who all mails are from; `ugroup@<host of origin>` when not given. */
  from?: Mailbox | undefined;
  /** The moment letters are told it is; the demo town's clock can be moved. */
  now?: (() => Instant) | undefined;
  /** Many people wait for this process to answer them; mails other than codes then wait too, for a few seconds at most. */
  isRushed?: (() => boolean) | undefined;
};

export type Postman = {
  /** Finishes what is on its way and takes nothing more. */
  stop(): Promise<void>;
  /** Something was queued (and committed): look now instead of within the second. */
  nudge(): void;
  /** Resolves when nothing can leave now: the outbox is empty, or what is left waits for its time, the pace or the server. */
  idle(): Promise<void>;
};

/** A mail that can't be delivered is tried for five days (RFC 5321 §4.5.4.1). */
const patienceMs = 5 * 24 * 3_600_000;

/** A mail gives way to a rush so long, and then leaves in the middle of it. */
const GIVES_WAY_MS = 5000;

/** Starts sending. Any number of processes may run a postman; no mail is taken by two at once. */
export function startPostman(options: PostmanOptions): Postman {
  const codes = startLane(options, { least: 0, most: 0, atOnce: 4, longestPauseMs: 5_000 });
  const paced = startLane(options, { least: 1, most: 32_767, atOnce: 4, longestPauseMs: 30_000 });
  return {
    async stop() {
      await Promise.all([codes.stop(), paced.stop()]);
      options.transport.close();
    },
    nudge() {
      codes.nudge();
      paced.nudge();
    },
    async idle() {
      await Promise.all([codes.idle(), paced.idle()]);
    },
  };
}

type Lane = { least: number; most: number; atOnce: number; longestPauseMs: number };

function startLane(options: PostmanOptions, lane: Lane): Postman {
  let stopped = false;
  let wake = () => {};
  let nudged = false;
  let waiters: { since: number; resolve(): void }[] = [];
  let pass = 0;
  let failures = 0;
  let pausedUntil = 0;

  const running = (async () => {
    while (!stopped) {
      const at = ++pass;
      nudged = false;
      const outcome = Date.now() < pausedUntil ? 'nothing' : await onePass();
      if (outcome === 'away') {
        failures++;
        pausedUntil = Date.now() + Math.min(lane.longestPauseMs, 500 * 2 ** failures);
      } else if (outcome === 'sent') failures = 0;
      if (outcome === 'sent' || stopped) continue;
      const done = waiters.filter((waiter) => waiter.since < at);
      waiters = waiters.filter((waiter) => waiter.since >= at);
      for (const waiter of done) waiter.resolve();
      if (!nudged) await new Promise<void>((go) => rest(go));
    }
    for (const waiter of waiters) waiter.resolve();
  })();

  return {
    async stop() {
      stopped = true;
      nudge();
      await running;
    },
    nudge,
    idle: () =>
      new Promise((resolve) => {
        if (stopped) return resolve();
        waiters.push({ since: pass, resolve });
        nudge();
      }),
  };

  function nudge(): void {
    nudged = true;
    wake();
  }

  async function giveWay(): Promise<void> {
    const until = Date.now() + GIVES_WAY_MS;
    while (!stopped && options.isRushed?.() && Date.now() < until) await new Promise((go) => setTimeout(go, 100));
  }

  function rest(go: () => void): void {
    const timer = setTimeout(go, 1000);
    wake = () => {
      clearTimeout(timer);
      go();
    };
  }

  async function onePass(): Promise<'sent' | 'nothing' | 'away'> {
    if (lane.most > 0) await giveWay();
    try {
      const mails = await claimMails(options.db, { ...lane, perHour: options.perHour });
      if (mails.length === 0) return 'nothing';
      const reached = await Promise.allSettled(mails.map((mail) => deliver(options, mail, () => stopped)));
      return reached.some((one) => one.status === 'fulfilled' && one.value) ? 'sent' : 'away';
    } catch (error) {
      options.log.warn({ event: 'kit.mail.outbox_away', code: codeOf(error) });
      return 'away';
    }
  }
}

/** Sees one mail to an end, or back into the line. False: the mail server could not be reached. */
async function deliver(options: PostmanOptions, mail: ClaimedMail, isStopping: () => boolean): Promise<boolean> {
  const { db, log } = options;
  const host = new URL(options.origin).hostname;
  const message_id = `<${mail.mail_id}@${host}>`;
  const note = { mail_id: mail.mail_id, template: mail.template, attempts: mail.attempts };
  const end = (ending: Ending) => endMail(db, mail, ending, isStopping);

  const message = await word(options, mail, host);
  if (message.kind === 'nothing') {
    await end({ state: 'dropped', last_error: message.code });
    return true;
  }
  if (message.kind === 'unwordable') {
    // A bug of ours, perhaps one a newer release mends: kept for a while, like a mail the server wants later.
    log.error({ event: 'kit.mail.unwordable', ...note, code: message.code, at: placeOf(message.error) });
    await end(putOff(mail, message.code, 3_600_000));
    return true;
  }

  const outcome: Outcome = await options.transport.send(message.message);
  if (outcome.kind === 'accepted') {
    await end({ state: 'sent', message_id });
    return true;
  }
  log.warn({ event: `kit.mail.${outcome.kind}`, ...note, code: outcome.code });
  if (outcome.kind === 'refused') {
    if (outcome.gone) await suppressAddress(db, mail.to_address, outcome.code);
    await end({ state: 'failed', last_error: outcome.code });
    return true;
  }
  // While the server is away a mail is never given up: seats go on, and their mails follow.
  const longest = mail.priority === 0 ? 5_000 : 60_000;
  await end(outcome.kind === 'later' ? putOff(mail, outcome.code, 3_600_000) : again(mail, outcome.code, longest));
  return outcome.kind === 'later';
}

type Worded =
  | { kind: 'message'; message: ReturnType<typeof composeMessage> }
  | { kind: 'nothing'; code: string }
  | { kind: 'unwordable'; code: string; error?: unknown };

async function word(options: PostmanOptions, mail: ClaimedMail, host: string): Promise<Worded> {
  const { db, origin } = options;
  const template = options.templates[mail.template];
  if (!template) return { kind: 'unwordable', code: 'template-unknown' };
  try {
    if (mail.priority >= 50 && (await isSuppressed(db, mail.to_address)))
      return { kind: 'nothing', code: 'suppressed' };
    const about = { mail_id: mail.mail_id, person_id: mail.person_id, to: mail.to_address };
    const from = options.from ?? serverMailbox(origin);
    const context = { db, origin, from, lang: mail.lang, now: (options.now ?? Temporal.Now.instant)(), mail: about };
    const letter = await template(context, mail.args);
    if (!letter) return { kind: 'nothing', code: 'no-longer-true' };
    const { mail_id, to_address: to } = mail;
    const envelope = { mail_id, to, from: from.address, from_name: from.name, host };
    return { kind: 'message', message: composeMessage(letter, envelope) };
  } catch (error) {
    if (error instanceof LetterRefused) return { kind: 'unwordable', code: error.code };
    return { kind: 'unwordable', code: 'template-failed', error };
  }
}

function putOff(mail: ClaimedMail, code: string, longestMs: number): Ending {
  if (Date.now() - mail.due_at.getTime() > patienceMs) return { state: 'failed', last_error: code };
  return again(mail, code, longestMs);
}

/** 4 s, 8 s, 16 s … with a little jitter, so that a thousand mails do not come back in the same second. */
function again(mail: ClaimedMail, code: string, longestMs: number): Ending {
  const wait = Math.min(longestMs, 2000 * 2 ** Math.min(mail.attempts, 20));
  return { state: 'waiting', last_error: code, retryMs: Math.round(wait * (0.8 + Math.random() * 0.2)) };
}

/** Where it happened, without the error's own words: they may quote what somebody typed. */
function placeOf(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim());
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
}
