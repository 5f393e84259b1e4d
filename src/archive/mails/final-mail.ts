// The last mail from this server, ready to be sent from the leader's own mail program: one file for ninety members.
import MailComposer from 'nodemailer/lib/mail-composer';
import { instantOf, sayTime } from '#kit/time.ts';
import { type Lang, languages } from '#kit/words.ts';
import type { ListedMember, PackedGroup, Paper } from '../group/papers.ts';
import { words } from '../words.ts';

/** Most mail providers take a hundred addresses in one mail. */
const AT_ONCE = 90;

export type FinalMail = {
  group: PackedGroup;
  /** The host people know the server by. */
  server: string;
  members: readonly ListedMember[];
  /** Who sends it; answers go there. Nobody when the group has no owner. */
  sender: { name: string; address: string } | undefined;
  next: { title: string; starts_at: Date; zone: string; place_name: string } | undefined;
};

/**
 * `final-mail-en-1.eml` …: in each member's language, addressed in Bcc, to be opened and sent (`X-Unsent`, which Outlook,
 * Thunderbird and Apple Mail take for a draft). Nobody is in it whose mail came back for good. One in the group's language
 * when there are no members.
 */
export async function finalMails(mail: FinalMail, groupLanguage: Lang): Promise<Paper[]> {
  const papers: Paper[] = [];
  for (const lang of languages) {
    const theirs = mail.members.filter((member) => member.lang === lang && !member.has_bounced);
    const isEmpty = theirs.length === 0;
    if (isEmpty && (mail.members.some(({ has_bounced }) => !has_bounced) || lang !== groupLanguage)) continue;
    for (let from = 0; from < theirs.length || (isEmpty && from === 0); from += AT_ONCE) {
      const name = `final-mail-${lang}-${from / AT_ONCE + 1}.eml`;
      papers.push({ name, contents: await letter(mail, lang, theirs.slice(from, from + AT_ONCE)) });
    }
  }
  return papers;
}

async function letter(mail: FinalMail, lang: Lang, members: readonly ListedMember[]): Promise<Buffer> {
  const message = new MailComposer({
    ...(mail.sender ? { from: mail.sender, to: mail.sender } : {}),
    bcc: members.map(({ address }) => ({ name: '', address })),
    subject: words(lang)('final.subject', { group: mail.group.name }),
    text: textOf(mail, lang),
    headers: { 'X-Unsent': '1' },
    // The same members make the same file.
    date: new Date(0),
    messageId: false as unknown as string,
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  }).compile();
  message.keepBcc = true;
  const bytes = await message.build();
  // A draft has no date and no name yet: the mail program gives it both when it is sent.
  const [head = '', ...body] = bytes.toString('latin1').split('\r\n\r\n');
  const kept = head.split(/\r\n(?![ \t])/).filter((line) => !/^(date|message-id):/i.test(line));
  return Buffer.from([kept.join('\r\n'), ...body].join('\r\n\r\n'), 'latin1');
}

function textOf({ group, server, sender, next }: FinalMail, lang: Lang): string {
  const t = words(lang);
  const parts = [t('final.hello'), t('final.leaving', { group: group.name, server })];
  if (sender) parts.push(t('final.answer', { name: sender.name || group.name, address: sender.address }));
  if (next) {
    const when = sayTime(instantOf(next.starts_at), next.zone, lang, 'moment');
    const { title, place_name: place } = next;
    parts.push(place === '' ? t('final.next', { title, when }) : t('final.next_at', { title, when, place }));
  }
  if (group.website) parts.push(t('final.website', { website: group.website }));
  parts.push(t('final.choice'), sender?.name || group.name);
  return `${parts.join('\n\n')}\n`;
}
