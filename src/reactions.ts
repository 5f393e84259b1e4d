// Every "when this happens there, then that here", on one page.
import * as events from '#events';
import * as groups from '#groups';
import type { Reactions } from '#kit/announce.ts';
import { forgetMails } from '#kit/mail/index.ts';

export const reactions: Reactions = {
  // Somebody wants everything known about them.
  'people.export': [groups.exportPerson, events.exportPerson],
  // Somebody thinks about leaving: what they may want to settle first.
  'people.before_erasing': [groups.warnLastOwner],
  // Somebody leaves. Seats first: giving one back may seat the next in line.
  'people.erased': [events.erasePerson, groups.erasePerson, (tx, { person_id }) => forgetMails(tx, person_id)],
};
