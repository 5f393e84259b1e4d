// Questions and answers: what sponsors, hosts, speakers and guests ask a group, answered from its own facts.
import type { Room } from '#kit/room.ts';
import './tables.ts';
import { faqRoutes } from './faq-routes.tsx';

export const faqRoom: Room = {
  name: 'faq',
  says: 'What sponsors, hosts, speakers and guests ask a group again and again, answered from its own facts.',
  routes: faqRoutes,
};

/** Hung on a group's page: answers that are published; and on its settings: the way to write them. */
export { faqPanel, faqSettings } from './group-panels.tsx';
/** This room's URLs. */
export { faqPaths } from './paths.ts';
/** What of this room goes along when a group leaves. */
export { faqTravels } from './travels.ts';
