// Mails about who runs a group: asked in, role changed, handed over, a claim answered.
import { z } from '#kit/form.ts';
import type { Id } from '#kit/id.ts';
import { isId } from '#kit/id.ts';
import {
  type Block,
  type Letter,
  type LetterContext,
  mailTemplate,
  type Templates,
  writeLetter,
} from '#kit/mail/index.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import { accents } from '#ui/accent.ts';
import { oneLine } from '../naming.ts';
import { groupPaths } from '../paths.ts';
import { invitationState } from '../rules.ts';
import { type Group, groupColumns } from '../tables.ts';
import { words } from '../words.ts';

const group_id = z.string().refine((text): text is Id<'groups.group'> => isId(text));
const person_id = z.string().refine((text): text is Id<'people.person'> => isId(text));
const role = z.enum(['owner', 'organiser', 'door']);

/** Nothing is sent when the invitation was taken back, replaced or used while the mail waited. */
const invitation = mailTemplate(
  z.object({ group_id, invitation_id: z.string(), token: z.string() }),
  async (context, args) => {
    const { db, origin, lang, now } = context;
    const group = await groupOf(context, args.group_id);
    const invited = await db
      .selectFrom('groups.invitation')
      .leftJoin('people.person', 'people.person.person_id', 'groups.invitation.invited_by')
      .select(['role', 'expires_at', 'ended', 'people.person.name as inviter'])
      .where('group_id', '=', args.group_id)
      .where('invitation_id', '=', args.invitation_id as Id<'groups.invitation'>)
      .executeTakeFirst();
    if (!group || !invited || invitationState(invited, now.epochMilliseconds) !== 'open') return null;
    const t = words(lang);
    const name = group.name;
    const inviter = oneLine(invited.inviter ?? '');
    const as = t(`role.${invited.role}`);
    return letter(context, group, {
      subject: inviter
        ? t('mail.invitation.subject', { inviter, name })
        : t('mail.invitation.subject_nobody', { name }),
      heading: t('mail.invitation.heading'),
      blocks: [
        inviter
          ? t('mail.invitation.text', { inviter, name, role: as })
          : t('mail.invitation.text_nobody', { name, role: as }),
        t(`role.${invited.role}.does`),
        { button: { label: t('mail.invitation.button'), url: `${origin}${groupPaths.invitation(group, args.token)}` } },
      ],
      small: [t('mail.invitation.small', { date: sayTime(instantOf(invited.expires_at), group.zone, lang, 'day') })],
    });
  },
);

const roleChanged = mailTemplate(z.object({ group_id, role: role.nullable() }), async (context, args) => {
  const group = await groupOf(context, args.group_id);
  if (!group) return null;
  const t = words(context.lang);
  return letter(context, group, {
    subject: t('mail.role.subject', { name: group.name }),
    heading: t('mail.role.subject', { name: group.name }),
    blocks: [
      ...(args.role
        ? [t('mail.role.text', { role: t(`role.${args.role}`) }), t(`role.${args.role}.does`)]
        : [t('mail.role.none')]),
      { button: { label: t('mail.role.button'), url: `${context.origin}${groupPaths.show(group)}` } },
    ],
  });
});

const handedOver = mailTemplate(z.object({ group_id, from: person_id, to: person_id }), async (context, args) => {
  const group = await groupOf(context, args.group_id);
  if (!group) return null;
  const t = words(context.lang);
  const people = await context.db
    .selectFrom('people.person')
    .select(['person_id', 'name', 'address'])
    .where('person_id', 'in', [args.from, args.to])
    .execute();
  const called = (id: string) => {
    const person = people.find((each) => each.person_id === id);
    return person ? oneLine(person.name) || person.address : t('audit.someone');
  };
  const name = group.name;
  const isNew = context.mail.person_id === args.to;
  return letter(context, group, {
    subject: t('mail.handed_over.subject', { name }),
    heading: t('mail.handed_over.subject', { name }),
    blocks: [
      isNew
        ? t('mail.handed_over.to', { from: called(args.from), name })
        : t('mail.handed_over.from', { to: called(args.to), name }),
      ...(isNew ? [t('mail.handed_over.second')] : []),
      { button: { label: t('mail.handed_over.button'), url: `${context.origin}${groupPaths.organisers(group)}` } },
    ],
  });
});

const claimGranted = mailTemplate(z.object({ group_id }), async (context, args) => {
  const group = await groupOf(context, args.group_id);
  if (!group) return null;
  const t = words(context.lang);
  return letter(context, group, {
    subject: t('mail.granted.subject', { name: group.name }),
    heading: t('mail.granted.subject', { name: group.name }),
    blocks: [
      t('mail.granted.text', { name: group.name }),
      { button: { label: t('mail.granted.button'), url: `${context.origin}${groupPaths.show(group)}` } },
    ],
  });
});

const claimDeclined = mailTemplate(z.object({ group_id }), async (context, args) => {
  const group = await groupOf(context, args.group_id);
  if (!group) return null;
  const t = words(context.lang);
  return letter(context, group, {
    subject: t('mail.declined.subject', { name: group.name }),
    heading: t('mail.declined.subject', { name: group.name }),
    blocks: [
      t('mail.declined.text', { name: group.name }),
      t('mail.declined.again'),
      { link: { label: t('mail.declined.button'), url: `${context.origin}${groupPaths.show(group)}` } },
    ],
  });
});

export const teamMails: Templates = {
  'groups.invitation': invitation,
  'groups.role-changed': roleChanged,
  'groups.handed-over': handedOver,
  'groups.claim-granted': claimGranted,
  'groups.claim-declined': claimDeclined,
};

async function groupOf({ db }: LetterContext, id: Id<'groups.group'>): Promise<Group | undefined> {
  return db.selectFrom('groups.group').select(groupColumns).where('group_id', '=', id).executeTakeFirst();
}

type Said = { subject: string; heading: string; blocks: Block[]; small?: string[] | undefined };

function letter({ lang, origin }: LetterContext, group: Group, { subject, ...said }: Said): Letter {
  // Mail readers show no SVG; every mark is also kept as a picture.
  const mark = groupPaths.markPicture(group);
  const url = `${origin}${groupPaths.show(group)}`;
  return {
    subject,
    from_name: group.name,
    ...writeLetter({
      lang,
      from: { name: group.name, url, mark_url: mark ? `${origin}${mark}` : undefined },
      accent: accents(group.color).light.colour,
      ...said,
    }),
  };
}
