// Turns a letter into a message: the parts, the headers, and the refusal of anything that would be a header of its own.
import type { Options } from 'nodemailer/lib/mail-composer';
import { isMailAddress } from './address.ts';
import type { LetterText } from './letter.tsx';

export type Letter = {
  subject: string;
  text: string;
  html: string;
  /** What both parts were written from: for a page that shows the mail before it goes. */
  sheet?: LetterText | undefined;
  /** Shown as the sender's name: the group's. The server's own when not given. */
  from_name?: string | undefined;
  reply_to?: string | undefined;
  /** RFC 2919, such as `lakeside.groups.example.org`. */
  list_id?: string | undefined;
  /** Where one click stops this kind of mail (RFC 8058): answers POST without cookies, its GET shows a page and changes nothing. */
  unsubscribe_url?: string | undefined;
  /** An invitation or its cancellation (iMIP, RFC 6047): sent as a part a calendar reads and as a file a person can open. */
  ics?: { method: 'REQUEST' | 'CANCEL' | 'PUBLISH'; content: string } | undefined;
  attachments?: { filename: string; content: Buffer | string; type: string }[] | undefined;
};

/** A message on its way, in the words of the mail library. */
export type Message = Options & { messageId: string; subject: string; envelope: { from: string; to: string[] } };

export type Envelope = {
  mail_id: string;
  to: string;
  /** Address of the server, sender of all its mails. */
  from: string;
  /** Its name, for a letter that brings none. */
  from_name?: string | undefined;
  /** Host the Message-ID ends in. */
  host: string;
};

/** The letter cannot be sent as it is. `code` says why. */
export class LetterRefused extends Error {
  override name = 'LetterRefused';
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/**
 * The message of a letter. Its Message-ID is made from the mail's id, so a mail that had to be sent twice is recognised.
 * Throws LetterRefused when a header value has a line break or NUL in it, or an address or a link is not one.
 */
export function composeMessage(letter: Letter, envelope: Envelope): Message {
  const { to, from, from_name = '', host, mail_id } = envelope;
  if (!isMailAddress(to) || (letter.reply_to !== undefined && !isMailAddress(letter.reply_to))) {
    throw new LetterRefused('letter-address');
  }
  const messageId = `<${mail_id}@${host}>`;
  const message: Message = {
    messageId,
    envelope: { from, to: [to] },
    from: { name: oneLine(letter.from_name ?? from_name), address: from },
    to: { name: '', address: to },
    subject: oneLine(letter.subject),
    text: letter.text,
    html: letter.html,
    headers: listHeaders(letter),
    // Base64 rather than quoted-printable: a relay that strips trailing blanks would break a calendar's folded lines.
    attachments: (letter.attachments ?? []).map((file) => ({
      filename: oneLine(file.filename),
      content: file.content,
      contentType: oneLine(file.type),
      contentTransferEncoding: 'base64',
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  if (letter.reply_to !== undefined) message.replyTo = { name: '', address: letter.reply_to };
  if (letter.ics) {
    const filename = letter.ics.method === 'CANCEL' ? 'cancel.ics' : 'invite.ics';
    message.icalEvent = { method: letter.ics.method, content: letter.ics.content, filename };
  }
  return message;
}

/** One header a line. `prepared` keeps the library from wrapping or encoding what a mail server compares byte for byte. */
function listHeaders(letter: Letter): NonNullable<Options['headers']> {
  // Holiday replies to a machine help nobody (RFC 3834 §5).
  const headers: Record<string, string | { prepared: true; value: string }> = {
    'Auto-Submitted': 'auto-generated',
  };
  if (letter.list_id !== undefined) headers['List-Id'] = { prepared: true, value: `<${listId(letter.list_id)}>` };
  if (letter.unsubscribe_url !== undefined) {
    headers['List-Unsubscribe'] = { prepared: true, value: `<${link(letter.unsubscribe_url)}>` };
    headers['List-Unsubscribe-Post'] = { prepared: true, value: 'List-Unsubscribe=One-Click' };
  }
  return headers;
}

function oneLine(text: string): string {
  if (/[\r\n\0\u2028\u2029\u0085\u000b\u000c]/.test(text)) throw new LetterRefused('letter-line-break');
  return text;
}

function listId(text: string): string {
  if (!/^[a-z0-9](?:[a-z0-9.-]{0,250}[a-z0-9])?$/i.test(text)) throw new LetterRefused('letter-list-id');
  return text;
}

function link(text: string): string {
  if (!/^https?:\/\/[\x21-\x3b\x3d\x3f-\x7e]+$/.test(text) || !URL.canParse(text))
    throw new LetterRefused('letter-link');
  return text;
}
