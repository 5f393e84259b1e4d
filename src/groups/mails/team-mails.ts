// Mails about who runs a group: asked in, role changed, handed over, a claim answered.
import { z } from '#kit/form.ts';
import { type Id, isId } from '#kit/id.ts';
import {
  type Block,
  type Letter,
  type LetterContext,
  mailTemplate,
  type Templates,
  writeLetter,
} from '#kit/mail/index.ts';
import { unseal } from '#kit/secret.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import { findPeople } from '#people';
import { accents } from '#ui/accent.ts';
import { groupById, invitationFacts, waitingClaim } from '../mail-facts.ts';
import { oneLine } from '../naming.ts';
import { groupPaths } from '../paths.ts';
import { invitationState } from '../rules.ts';
import type { Group } from '../tables.ts';
import { words } from '../words.ts';

const id = <T extends string>() => z.custom<Id<T>>((value) => isId(value));
const group_id = id<'groups.group'>();
const invitation_id = id<'groups.invitation'>();
const claim_id = id<'groups.claim'>();
const person_id = id<'people.person'>();
const role = z.enum(['owner', 'organiser', 'door']);

type Signing = { config: { secret: string } };

/** Nothing is sent when the invitation was taken back, replaced or used while the mail waited. */
const invitation = ({ config }: Signing) =>
  mailTemplate(z.object({ group_id, invitation_id, sealed: z.string() }), async (context, args) => {
    const { db, origin, lang, now } = context;
    const group = await groupById(db, args.group_id);
    const invited = await invitationFacts(db, args);
    if (!group || !invited || invitationState(invited, now.epochMilliseconds) !== 'open') return null;
    const t = words(lang);
    const name = group.name;
    const token = unseal(config.secret, `groups.invitation:${args.invitation_id}`, args.sealed);
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
        { button: { label: t('mail.invitation.button'), url: `${origin}${groupPaths.invitation(group, token)}` } },
      ],
      small: [t('mail.invitation.small', { date: sayTime(instantOf(invited.expires_at), group.zone, lang, 'day') })],
    });
  });

const roleChanged = mailTemplate(z.object({ group_id, role: role.nullable() }), async (context, args) => {
  const group = await groupById(context.db, args.group_id);
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
  const group = await groupById(context.db, args.group_id);
  if (!group) return null;
  const t = words(context.lang);
  const people = await findPeople.byIds(context.db, [args.from, args.to]);
  const called = (id: Id<'people.person'>) => {
    const person = people.get(id);
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

/** To every keeper. Nothing is sent when one of them has answered while the mail waited. */
const claimMade = mailTemplate(z.object({ group_id, claim_id }), async (context, args) => {
  const group = await groupById(context.db, args.group_id);
  const claim = await waitingClaim(context.db, args);
  if (!group || !claim) return null;
  const t = words(context.lang);
  const name = oneLine(claim.name) || claim.address;
  return letter(context, group, {
    subject: t('mail.claimed.subject', { group: group.name }),
    heading: t('mail.claimed.subject', { group: group.name }),
    blocks: [
      t('mail.claimed.text', { name, address: claim.address, group: group.name }),
      claim.says,
      t('mail.claimed.look'),
      { button: { label: t('mail.claimed.button'), url: `${context.origin}${groupPaths.claims()}` } },
    ],
  });
});

const claimGranted = mailTemplate(z.object({ group_id }), async (context, args) => {
  const group = await groupById(context.db, args.group_id);
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
  const group = await groupById(context.db, args.group_id);
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

/** The templates. One opens what is sealed, so they are made once the secret is known. */
export const teamMails = (signing: Signing): Templates => ({
  'groups.invitation': invitation(signing),
  'groups.role-changed': roleChanged,
  'groups.handed-over': handedOver,
  'groups.claim-made': claimMade,
  'groups.claim-granted': claimGranted,
  'groups.claim-declined': claimDeclined,
});

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
