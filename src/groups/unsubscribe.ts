// One kind of mail of one group to one person, stopped by a signed link.
import type { Id } from '#kit/id.ts';
import { isId } from '#kit/id.ts';
import { isSigned, sign } from '#kit/secret.ts';
import { groupPaths } from './paths.ts';
import type { MailKind } from './tables.ts';

const purpose = 'groups.stop';
const kinds: readonly string[] = ['announced', 'opened'] satisfies MailKind[];

type Signing = { config: { origin: string; secret: string } };
export type Stop = { group_id: Id<'groups.group'>; person_id: Id<'people.person'>; kind: MailKind };

/** The address for `List-Unsubscribe`: GET shows a page, POST stops this kind of this group for this person, nothing else. */
export function unsubscribeLink(
  { config }: Signing,
  group_id: Id<'groups.group'>,
  person_id: Id<'people.person'>,
  kind: MailKind,
): string {
  const signature = sign(config.secret, purpose, `${kind} ${group_id} ${person_id}`);
  return `${config.origin}${groupPaths.stop(kind, group_id, person_id, signature)}`;
}

/** What a link stops, or `null` when it is none of ours. */
export function readStop({ config }: Signing, params: Record<string, string | undefined>): Stop | null {
  const { kind = '', group: group_id, person: person_id, signature = '' } = params;
  if (!kinds.includes(kind) || !isId<'groups.group'>(group_id) || !isId<'people.person'>(person_id)) return null;
  if (!isSigned(config.secret, purpose, `${kind} ${group_id} ${person_id}`, signature)) return null;
  return { group_id, person_id, kind: kind as MailKind };
}
