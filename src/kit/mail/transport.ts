// Hands a message to the mail server, or keeps it as a file where there is none, and says what came of it.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Message } from './compose.ts';

/** Codes name what went wrong and hold no address. */
export type Outcome =
  | { kind: 'accepted' }
  /** The server is not to be talked to now; nothing is wrong with this mail. */
  | { kind: 'away'; code: string }
  /** The server said: this one later. */
  | { kind: 'later'; code: string }
  /** The server said: never. `gone`: because the mailbox does not exist. */
  | { kind: 'refused'; code: string; gone: boolean };

export type Transport = {
  send(message: Message): Promise<Outcome>;
  close(): void;
};

/**
 * A transport to `smtpUrl` (`smtps://user:password@host:port`), or without one a transport that keeps each mail as an .eml
 * file in `folder` and says its subject and file on the terminal.
 */
export function openTransport(
  smtpUrl: string | undefined,
  folder: string,
  say: (line: string) => void = (line) => console.log(line),
): Transport {
  return smtpUrl === undefined ? keepInFolder(folder, say) : sendOverSmtp(smtpUrl);
}

function sendOverSmtp(url: string): Transport {
  const pool = createTransport({
    pool: true,
    url,
    // The postman has at most eight on the way, so a sign-in code never queues behind news in here.
    maxConnections: 8,
    // The postman repeats; a repeat in here would be one nobody counted.
    maxRequeues: 0,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 40_000,
  });
  return {
    async send(message) {
      try {
        await pool.sendMail(message);
        return { kind: 'accepted' };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => pool.close(),
  };
}

type Trouble = { code?: string; command?: string; response?: string; responseCode?: number };

/**
 * What a failed attempt means (RFC 5321 §4.2, RFC 3463). Only a 5xx to RCPT TO that is about the mailbox says it is gone;
 * a 5.7 there is a rule of the server about us, and one to MAIL FROM or AUTH is our own settings.
 */
export function outcomeOf(error: unknown): Outcome {
  const { code = 'EUNKNOWN', command = '', response = '', responseCode } = (error ?? {}) as Trouble;
  if (code === 'EENVELOPE' && command === 'API') return { kind: 'refused', code: 'address-refused', gone: false };
  if (responseCode === undefined || responseCode === 421 || !/^(RCPT TO|DATA)/.test(command)) {
    return { kind: 'away', code: responseCode === undefined ? code : `${code}-${responseCode}` };
  }
  const said = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
  const named = said === undefined ? `smtp-${responseCode}` : `smtp-${responseCode}-${said}`;
  // 503: the session was out of step, the mail is fine.
  if (responseCode < 500 || responseCode === 503) return { kind: 'later', code: named };
  const gone = command === 'RCPT TO' && (said === undefined || /^5\.(1|2\.1|4\.1|4\.4)/.test(said) || said === '5.0.0');
  return { kind: 'refused', code: named, gone };
}

function keepInFolder(folder: string, say: (line: string) => void): Transport {
  return {
    async send(message) {
      const bytes = await new MailComposer({ ...message, newline: 'win' }).compile().build();
      const stamp = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
      const file = join(folder, `${stamp}-${message.messageId.slice(1, 37)}.eml`);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(`${file}.new`, bytes, { mode: 0o600 });
      await rename(`${file}.new`, file);
      say(`mail: ${message.subject} → ${file}`);
      return { kind: 'accepted' };
    },
    close() {},
  };
}
