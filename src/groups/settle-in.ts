// What a group's team does one after the other on its settings pages, in one go: its mark, its code of conduct, who helps.
import type { Id } from '#kit/id.ts';
import { squarePng } from '#kit/picture.ts';
import { newToken } from '#kit/secret.ts';
import { cleanSvg } from '#kit/svg.ts';
import type { Tx } from '#kit/tables.ts';
import type { Instant } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { type ConductChoice, setConduct } from './conduct.ts';
import { acceptInvitation, inviteOrganiser } from './invite-organiser.ts';
import { setMark } from './set-mark.ts';
import type { Role } from './tables.ts';

type Actor = { person_id: Id<'people.person'> };

export type SettledIn = {
  /** A drawing, as it would be uploaded. */
  svg?: string | undefined;
  conduct?: ConductChoice | undefined;
  /** Invited and, in the same moment, in. */
  helper?: (Actor & { address: string; lang: Lang; role: Role }) | undefined;
};

/** Each step through the verb of its own page. Throws what such a page would refuse: whoever calls this knows the group. */
export async function settleIn(
  tx: Tx,
  actor: Actor,
  now: Instant,
  group_id: Id<'groups.group'>,
  { svg, conduct, helper }: SettledIn,
): Promise<void> {
  if (svg !== undefined) {
    const drawing = cleanSvg(svg);
    if (!drawing.ok) throw new Error(drawing.code);
    const mark = { kind: 'svg', bytes: Buffer.from(drawing.svg), png: await squarePng(drawing.svg, 512) } as const;
    await setMark(tx, actor, now, group_id, mark);
  }
  if (conduct) await setConduct(tx, actor, now, group_id, conduct);
  if (helper) {
    const { address, role, lang } = helper;
    // In before the mail could leave, so nobody has to open its seal.
    const secret = newToken();
    const invited = await inviteOrganiser(tx, actor, now, { group_id, address, role, lang, secret });
    if ('refused' in invited) throw new Error(invited.refused);
    const accepted = await acceptInvitation(tx, helper, now, { group_id, token: invited.token });
    if ('refused' in accepted) throw new Error(accepted.refused);
  }
}
