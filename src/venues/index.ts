// Venues: the places evenings are held at. They belong to no group; many use them, and a few people look after each.
import type { Room } from '#kit/room.ts';
import './tables.ts';
import './announcements.ts';
import { caretakerRoutes } from './caretaker-routes.tsx';
import { venueMails } from './mails/venue-mails.ts';
import { erasePerson, exportPerson } from './reactions.ts';
import { sweepContacts } from './sweep.ts';
import { venueRoutes } from './venue-routes.tsx';

export const venuesRoom: Room = {
  name: 'venues',
  says: 'Places evenings are held at: how to get in, what to expect there, how many fit.',
  routes(app, ground) {
    venueRoutes(app, ground);
    caretakerRoutes(app, ground);
  },
  mails: venueMails,
  workers: { 'venues.sweep': (ground) => () => sweepContacts(ground) },
  crons: { 'venues.sweep': '47 2 * * *' },
};

/** What guests are told of a venue, and its address in one line. */
export { addressOf, toldOf, type VenueCard, type VenueTold } from './card.ts';
/** Hung on a group's settings: the venues it chooses from. */
export { venueSettings } from './group-panel.tsx';
/** A group uses a venue: it is among those to choose from. */
export { noteUse } from './note-use.ts';
/** Yes, no, and ask us. */
export { AccessFacts } from './pages/access-facts.tsx';
/** Where an evening's form chooses a venue. */
export { VenueField } from './pages/venue-field.tsx';
/** This room's URLs. */
export { venuePaths } from './paths.ts';
/** What the address of a form says was chosen. */
export { chosenVenue } from './plan.ts';
/** A venue by its id, to look at or held for a transaction; those a group chooses from. */
export { heldVenue, type ListedVenue, venueCard, venuesOfGroup } from './queries.ts';
/** What this room does when a person wants their data, or leaves. */
export const venueReactions = { exportPerson, erasePerson } as const;
/** What of this room goes along when a group leaves. */
export { venueTravels } from './travels.ts';
/** Adds a venue; refuses while one of this name is in the city, unless told that it is another. */
export { addVenue } from './write-venue.ts';
