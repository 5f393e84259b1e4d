// The addresses of this room, made in one place.
const at = (group: string, event: string) => `/g/${group}/e/${event}/door`;

export const doorPaths = {
  /** The page of a phone that works a door, and all it needs; the same for every evening. */
  phone: '/door',
  link: (token: string) => `/door/link/${token}`,
  guests: '/door/guests',
  sync: '/door/sync',
  away: '/door/away',
  app: '/door/app.webmanifest',
  /** The team's page of an evening's door. */
  show: at,
  code: (group: string, event: string) => `${at(group, event)}/code`,
  here: (group: string, event: string) => `${at(group, event)}/here`,
  revoke: (group: string, event: string) => `${at(group, event)}/revoke`,
  print: (group: string, event: string) => `${at(group, event)}/print`,
  building: (group: string, event: string) => `${at(group, event)}/building`,
  idName: (group: string, event: string) => `/g/${group}/e/${event}/id-name`,
  /** A guest's own: the ticket, and ringing outside. */
  ticket: (group: string, event: string) => `/g/${group}/e/${event}/ticket`,
  outside: (group: string, event: string) => `/g/${group}/e/${event}/outside`,
};
