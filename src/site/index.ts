// The site: the first page, what is on, which groups there are, and the texts a server owes its visitors.
import type { Room } from '#kit/room.ts';

export const siteRoom: Room = {
  name: 'site',
  says: 'The first page, what is on, which groups there are, and the texts a server owes its visitors.',
  routes() {},
};
