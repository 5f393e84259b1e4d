// People: who somebody is, by the address they proved; signing in, sessions, one's own page, leaving.
import type { Room } from '#kit/room.ts';
import './tables.ts';
import './announcements.ts';
import { keeperRoutes } from './keeper-routes.tsx';
import { leaveRoutes } from './leave-routes.tsx';
import { addressMovedMail } from './mails/address-moved.tsx';
import { codeMail } from './mails/code.tsx';
import { meRoutes } from './me-routes.tsx';
import { peopleByIds, personByAddress } from './queries.ts';
import { carrySession, startSession } from './session.ts';
import { signInRoutes } from './sign-in-routes.tsx';
import { sweepPeople } from './sweep.ts';

export const peopleRoom: Room = {
  name: 'people',
  says: 'Who somebody is, by the address they proved, and everything they may see, change and take away about themselves.',
  routes(app, ground) {
    signInRoutes(app, ground);
    meRoutes(app, ground);
    leaveRoutes(app, ground);
    keeperRoutes(app, ground);
  },
  mails: (ground) => ({ 'people.code': codeMail(ground), 'people.address-moved': addressMovedMail }),
  workers: { 'people.sweep': (ground) => () => sweepPeople(ground) },
  crons: { 'people.sweep': '23 * * * *' },
};

/** The mailbox an address means, and the key by which two spellings of it are one. */
export { canonicalAddress as mailboxOf } from './address.ts';
/** Finds or makes the person of an address and mails six digits there; the same for known and unknown. */
export { askForCode } from './ask-for-code.ts';
/** A challenge under way, by its token or by the link that was mailed: whose address, until when. */
export { type CodeRefusal, challengeByLink, challengeByToken } from './challenge.ts';
/** The field for six digits. */
export { CodeForm } from './code-form.tsx';
/** People a file names, found by their address or made, unproven until they sign in. */
export { type Expected, expectPeople } from './expect-people.ts';
/** Hooks that say who asks and guard the doors `person` and `keeper`; who asks; what pages are told; in which language. */
export { actorOf, identify, languageOf, viewOf } from './identify.tsx';
/** The one-time link that makes the first keeper, or null when there is one. */
export { keeperLink } from './keeper.ts';
/** This room's URLs. */
export { peoplePaths } from './paths.ts';
/** The person of an address, made unproved when there is none yet: an organiser puts them on the list. */
export { personOfAddress } from './person-of-address.ts';
/** Proves an address, by its code or by the mailed link, and signs in. */
export { type Proved, proveCode, proveLink } from './prove-code.ts';
/** People by address or by ids, in one statement. */
export const findPeople = { byAddress: personByAddress, byIds: peopleByIds } as const;
/** Lets made-up people into the demo town, and only there. */
export { type Newcomer, welcomePeople } from './welcome-people.ts';
/** Starting a session for somebody proved, and handing it to the browser. */
export const sessions = { start: startSession, carry: carrySession } as const;
/** Who asks. */
export type { Actor } from './session.ts';
