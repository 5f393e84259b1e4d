// The room's addresses. No page writes one by hand.
import type { Group } from './tables.ts';

type Slugged = { slug: string };
type Marked = Pick<Group, 'slug' | 'mark_kind' | 'mark_hash'>;

const at = ({ slug }: Slugged, rest = ''): string => `/g/${encodeURIComponent(slug)}${rest}`;

export const groupPaths = {
  start: () => '/start',
  show: (group: Slugged) => at(group),
  join: (group: Slugged) => at(group, '/join'),
  leave: (group: Slugged) => at(group, '/leave'),
  me: (group: Slugged) => at(group, '/me'),
  conduct: (group: Slugged) => at(group, '/conduct'),
  settings: (group: Slugged) => at(group, '/settings'),
  settingsMark: (group: Slugged) => at(group, '/settings/mark'),
  settingsMarkOff: (group: Slugged) => at(group, '/settings/mark/off'),
  settingsConduct: (group: Slugged) => at(group, '/settings/conduct'),
  /** `null` for a group without a mark of its own. */
  mark: (group: Marked) => (group.mark_hash ? at(group, `/mark-${group.mark_hash}.${group.mark_kind}`) : null),
  /** The mark as a PNG of 512 px, whatever it was drawn in. */
  markPicture: (group: Marked) => (group.mark_hash ? at(group, `/mark-${group.mark_hash}.png`) : null),
  members: (group: Slugged, query: { q?: string | undefined; after?: string | undefined } = {}) =>
    at(group, `/members${asQuery(query)}`),
  membersTable: (group: Slugged) => at(group, '/members.csv'),
  organisers: (group: Slugged) => at(group, '/organisers'),
  organiserRole: (group: Slugged) => at(group, '/organisers/role'),
  handOver: (group: Slugged) => at(group, '/organisers/hand-over'),
  invite: (group: Slugged) => at(group, '/organisers/invite'),
  revoke: (group: Slugged) => at(group, '/organisers/revoke'),
  invitation: (group: Slugged, token: string) => at(group, `/invitation/${token}`),
  invitationCode: (group: Slugged, token: string) => at(group, `/invitation/${token}/code`),
  audit: (group: Slugged, query: { before?: string | undefined } = {}) => at(group, `/audit${asQuery(query)}`),
  claim: (group: Slugged) => at(group, '/claim'),
  claims: () => '/keeper/claims',
  /** Written by the events room. */
  feed: (group: Slugged) => at(group, '/feed.ics'),
  news: (group: Slugged) => at(group, '/feed.atom'),
  newsJson: (group: Slugged) => at(group, '/feed.json'),
  firstEvening: (group: Slugged) => at(group, '/new'),
  /** Ids and no slug, so that a link in an old mail still works. */
  stop: (kind: string, group_id: string, person_id: string, signature: string) =>
    `/stop/${kind}/${group_id}/${person_id}/${signature}`,
};

function asQuery(query: Record<string, string | undefined>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value);
  return params.size > 0 ? `?${params}` : '';
}
