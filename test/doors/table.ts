// Who gets in where: a line for every route of the house. `test/doors.test.ts` knocks at each as everybody.
import { type Outcome, outcomes } from './knock.ts';
import { type Visitor, visitors } from './town.ts';

export type Line = Record<Visitor, Outcome>;

//                       signed out  guest  member  door  organiser  owner  elsewhere  keeper
const everyone = line('  in          in     in      in    in         in     in         in   ');
const signedIn = line('  sign-in     in     in      in    in         in     in         in   ');
const theirOwn = line('  sign-in     gone   in      gone  gone       gone   gone       gone ');
const writers = line('  sign-in     gone   gone    gone  in         in     gone       gone ');
const team = line('     sign-in     gone   gone    in    in         in     gone       gone ');
const owners = line('   sign-in     gone   gone    gone  gone       in     gone       gone ');
const organisers = line('sign-in    gone   gone    gone  in         in     in         gone ');
const phones = line('   sign-in     sign-in sign-in sign-in sign-in  sign-in sign-in   sign-in');
const noSeat = line('   sign-in     gone   gone    gone  gone       gone   gone       gone ');
const unpublished = line('gone      gone   gone    gone  in         in     gone       gone ');
const keepers = line('  gone        gone   gone    gone  gone       gone   gone       in   ');

/** By method and pattern, room by room. */
export const table: Record<string, Line> = {
  // The house itself.
  'GET /assets/*': everyone,
  'GET /healthz': everyone,
  'GET /favicon.ico': everyone,
  'GET /worker.js': everyone,

  // People: signing in is for everybody, links in mails for whoever holds them.
  'GET /signin': everyone,
  'POST /signin': everyone,
  'GET /signin/code/:token': everyone,
  'POST /signin/code/:token': everyone,
  'POST /signin/again': everyone,
  'GET /signin/link/:link': everyone,
  'POST /signin/link/:link': everyone,
  'GET /signin/erased': everyone,
  'POST /signout': everyone,
  'POST /language': everyone,
  'GET /keeper/:token': everyone,
  'POST /keeper/:token': everyone,

  // One's own page; nobody names whose.
  'GET /me': signedIn,
  'POST /me': signedIn,
  'GET /me/name': signedIn,
  'POST /me/name': signedIn,
  'GET /me/sessions': signedIn,
  'POST /me/sessions': signedIn,
  'GET /me/address': signedIn,
  'POST /me/address': signedIn,
  'GET /me/address/:token': theirOwn,
  // A code that fits nobody's own challenge is a wrong code.
  'POST /me/address/:token': signedIn,
  // One's own record, from whoever signs in to it.
  'GET /me/evenings': signedIn,
  'GET /me/export': signedIn,
  'GET /me/export.json': signedIn,
  'GET /me/export.ics': signedIn,
  'POST /me/overdue': signedIn,
  'GET /me/erase': signedIn,
  'POST /me/erase': signedIn,
  'POST /me/erase/proof': signedIn,
  'GET /me/erase/proof/:token': theirOwn,
  'POST /me/erase/proof/:token': signedIn,

  // Groups: what everybody sees.
  'GET /g/:group': everyone,
  'GET /g/:group/mark-:file': everyone,
  'GET /g/:group/conduct': everyone,
  'GET /g/:group/invitation/:token': everyone,
  'POST /g/:group/invitation/:token': everyone,
  'POST /g/:group/invitation/:token/code': everyone,
  'GET /stop/:kind/:group/:person/:signature': everyone,
  'POST /stop/:kind/:group/:person/:signature': everyone,
  'GET /stop/overdue/:person/:signature': everyone,
  'POST /stop/overdue/:person/:signature': everyone,

  // Groups: what one does as oneself.
  'GET /start': signedIn,
  'POST /start': signedIn,
  'GET /g/:group/join': signedIn,
  'POST /g/:group/join': signedIn,
  'POST /g/:group/leave': signedIn,
  'GET /g/:group/me': signedIn,
  'POST /g/:group/me': signedIn,
  'GET /g/:group/claim': signedIn,
  'POST /g/:group/claim': signedIn,

  // Groups: the team's own.
  'GET /g/:group/settings': writers,
  'POST /g/:group/settings': writers,
  'GET /g/:group/settings/mark': writers,
  'POST /g/:group/settings/mark': writers,
  'POST /g/:group/settings/mark/off': writers,
  'GET /g/:group/settings/conduct': writers,
  'POST /g/:group/settings/conduct': writers,
  'GET /g/:group/members': writers,
  'GET /g/:group/members.csv': writers,
  'GET /g/:group/audit': writers,
  'GET /g/:group/organisers': writers,
  'POST /g/:group/organisers/invite': writers,
  'POST /g/:group/organisers/revoke': writers,
  // Who works the door may step down.
  'POST /g/:group/organisers/role': team,
  'POST /g/:group/organisers/hand-over': owners,

  // Taking a group along; bringing one in.
  'GET /g/:group/settings/archive': owners,
  'POST /g/:group/settings/archive': owners,
  'GET /keeper/mails': keepers,
  'POST /keeper/mails': keepers,
  'GET /keeper/archive': keepers,
  'POST /keeper/archive': keepers,

  // Evenings: what everybody sees.
  'GET /g/:group/feed.ics': everyone,
  'GET /g/:group/feed.atom': everyone,
  'GET /g/:group/feed.json': everyone,
  'GET /g/:group/embed': everyone,
  'GET /g/:group/e/:event': everyone,
  'GET /g/:group/e/:event/event.ics': everyone,
  'GET /g/:group/e/:event/preview.png': everyone,
  'GET /g/:group/e/:event/qr.svg': everyone,
  'GET /g/:group/e/:event/qr.png': everyone,
  'POST /g/:group/e/:event/seat': everyone,
  'GET /g/:group/e/:event/seat/code/:token': everyone,
  'POST /g/:group/e/:event/seat/code/:token': everyone,
  'GET /g/:group/e/:event/seat/link/:wish/:link': everyone,
  'POST /g/:group/e/:event/seat/link/:wish/:link': everyone,
  'GET /g/:group/e/:event/mine/:person/:signature': everyone,
  'POST /g/:group/e/:event/mine/:person/:signature': everyone,
  'GET /g/:group/e/:event/still/:person/:signature': everyone,
  'POST /g/:group/e/:event/still/:person/:signature': everyone,
  'POST /g/:group/e/:event/confirm': signedIn,
  'POST /g/:group/e/:event/release': signedIn,
  'POST /g/:group/e/:event/interest': everyone,
  'POST /g/:group/e/:event/waitlist': signedIn,

  // The evening of this test asks something.
  'GET /g/:group/e/:event/answers': signedIn,
  'POST /g/:group/e/:event/answers': signedIn,

  // Evenings: the organisers' own.
  'GET /g/:group/new/blank': writers,
  'POST /g/:group/new/blank': writers,
  'GET /g/:group/e/:event/manage': writers,
  'GET /g/:group/e/:event/share': writers,
  'GET /g/:group/e/:event/edit': writers,
  'POST /g/:group/e/:event/edit': writers,
  'POST /g/:group/e/:event/announce': writers,
  'POST /g/:group/e/:event/open': writers,
  'POST /g/:group/e/:event/close': writers,
  'GET /g/:group/e/:event/cancel': writers,
  'POST /g/:group/e/:event/cancel': writers,
  'GET /g/:group/e/:event/agenda': writers,
  'POST /g/:group/e/:event/agenda': writers,
  'GET /g/:group/e/:event/guests': writers,
  'GET /g/:group/e/:event/guests.csv': writers,
  'GET /g/:group/e/:event/guests/mail': writers,
  'POST /g/:group/e/:event/guests/mail': writers,
  'POST /g/:group/e/:event/guests/add': writers,
  'POST /g/:group/e/:event/guests/excuse': writers,
  'POST /g/:group/e/:event/guests/release': writers,
  'GET /g/:group/e/:event/guests/elsewhere': writers,
  'POST /g/:group/e/:event/guests/elsewhere': writers,
  'POST /g/:group/e/:event/guests/elsewhere/drop': writers,
  'GET /g/:group/e/:event/questions': writers,
  'POST /g/:group/e/:event/questions': writers,
  'GET /g/:group/e/:event/questions/:question': writers,
  'POST /g/:group/e/:event/questions/:question': writers,
  'POST /g/:group/e/:event/questions/:question/up': writers,
  'POST /g/:group/e/:event/questions/:question/remove': writers,
  // Whoever works the door reads what is for the whole team: src/events/questions/questions.test.ts.
  'GET /g/:group/e/:event/questions/answers': writers,
  'POST /g/:group/e/:event/questions/answers': writers,
  'POST /g/:group/e/:event/questions/answers/csv': writers,
  'GET /g/:group/e/:event/reminders': writers,
  'GET /g/:group/e/:event/reminders/:kind': writers,
  'POST /g/:group/e/:event/reminders/:kind': writers,
  'GET /g/:group/e/:event/cap': writers,
  'POST /g/:group/e/:event/cap': writers,

  // The door: a phone that was let in with a code, and the team's page of it.
  'GET /door': everyone,
  'POST /door': everyone,
  'GET /door/link/:token': everyone,
  'POST /door/link/:token': everyone,
  // Only for what a phone carries; nobody is that by being somebody.
  'POST /door/sync': phones,
  'POST /door/away': everyone,
  'GET /door/app.webmanifest': everyone,
  'GET /g/:group/e/:event/door': team,
  'GET /g/:group/e/:event/door/print': writers,
  'POST /g/:group/e/:event/door/here': team,
  'POST /g/:group/e/:event/door/code': writers,
  'POST /g/:group/e/:event/door/revoke': writers,
  // Nobody of these has a seat; who has one is tried in src/door/guest-routes.test.ts.
  'GET /g/:group/e/:event/door/building': writers,
  'POST /g/:group/e/:event/door/building': writers,
  'POST /g/:group/e/:event/id-name': noSeat,
  'GET /g/:group/e/:event/ticket': noSeat,
  'POST /g/:group/e/:event/outside': noSeat,

  // Numbers: what is to be expected of an evening.
  'GET /g/:group/e/:event/numbers': writers,
  'GET /g/:group/e/:event/numbers.csv': writers,
  'GET /g/:group/e/:event/food': writers,
  'POST /g/:group/e/:event/food': writers,
  'POST /g/:group/e/:event/food/ordered': writers,
  'POST /g/:group/e/:event/food/kitchen': writers,
  'POST /g/:group/e/:event/food/list': writers,
  // No evening of this town asks its guests.
  'GET /g/:group/e/:event/diet': noSeat,
  'POST /g/:group/e/:event/diet': noSeat,
  'GET /g/:group/numbers': writers,
  'GET /g/:group/numbers.csv': writers,
  'GET /g/:group/numbers/past': writers,
  'POST /g/:group/numbers/past': writers,
  'POST /g/:group/numbers/past/remove': writers,
  'GET /g/:group/numbers/history': writers,
  'POST /g/:group/numbers/history': writers,
  // Whoever handed a file in looks it through; the owner did.
  'GET /g/:group/numbers/history/:file': owners,
  'POST /g/:group/numbers/history/:file': owners,
  'POST /g/:group/numbers/history/invite': writers,
  'POST /g/:group/numbers/history/forget': writers,

  // The season: ways to a new evening.
  'GET /g/:group/new': writers,
  'GET /g/:group/new/like/:event': writers,
  'POST /g/:group/new/like/:event': writers,
  'GET /g/:group/new/from/:template': writers,
  'POST /g/:group/new/from/:template': writers,
  'GET /g/:group/new/like/:event/series': writers,
  'POST /g/:group/new/like/:event/series': writers,
  'GET /g/:group/new/from/:template/series': writers,
  'POST /g/:group/new/from/:template/series': writers,

  // The season: a series of evenings; the one of this test has been announced.
  'GET /g/:group/series/:series': everyone,
  'GET /g/:group/series/:series/feed.ics': everyone,
  'POST /g/:group/series/:series/join': everyone,
  'POST /g/:group/series/:series/leave': signedIn,
  'GET /g/:group/series/:series/manage': writers,
  'POST /g/:group/series/:series/skip': writers,
  'POST /g/:group/series/:series/end': writers,

  // The season: what is to be done for an evening. Whoever works the door may have a task.
  'GET /g/:group/e/:event/checklist': team,
  'POST /g/:group/e/:event/checklist': writers,
  'POST /g/:group/e/:event/checklist/usual': writers,
  'GET /g/:group/e/:event/checklist/:task': writers,
  'POST /g/:group/e/:event/checklist/:task': writers,
  'POST /g/:group/e/:event/checklist/:task/done': team,
  'POST /g/:group/e/:event/checklist/:task/move': writers,
  'POST /g/:group/e/:event/checklist/:task/remove': writers,

  // The night itself: the whole team sees what is shown, organisers say what.
  'GET /g/:group/e/:event/tonight': team,
  'POST /g/:group/e/:event/tonight/late': writers,
  'GET /g/:group/e/:event/slides': team,
  'GET /g/:group/e/:event/slides.pdf': team,
  'GET /g/:group/e/:event/slides/edit': writers,
  'POST /g/:group/e/:event/slides/edit': writers,
  'GET /g/:group/e/:event/morning-after': writers,
  'POST /g/:group/e/:event/morning-after': writers,
  'GET /g/:group/e/:event/thanks': writers,
  'POST /g/:group/e/:event/thanks': writers,

  // Questions and answers. None is published in the town of this test: the page is its team's alone.
  'GET /g/:group/faq': writers,
  'GET /g/:group/faq/:audience': unpublished,
  'GET /g/:group/faq/:audience/edit': writers,
  'POST /g/:group/faq/:audience/edit': writers,

  // Venues. The one of this town is looked after by the owner, and no group uses it yet.
  'GET /venues': everyone,
  'GET /venues/new': organisers,
  'POST /venues/new': organisers,
  'GET /venues/:venue': everyone,
  'GET /venues/:venue/edit': owners,
  'POST /venues/:venue/edit': owners,
  'POST /venues/:venue/use': writers,
  'GET /venues/:venue/caretakers': owners,
  'POST /venues/:venue/caretakers': owners,
  'POST /venues/:venue/caretakers/leave': owners,
  'POST /venues/:venue/caretakers/take': organisers,
  'GET /venues/:venue/correct': organisers,
  'POST /venues/:venue/correct': organisers,

  // The site.
  'GET /': everyone,
  'GET /evenings': everyone,
  'GET /evenings/:when': everyone,
  'GET /groups': everyone,
  'GET /map': everyone,
  'GET /imprint': everyone,
  'GET /privacy': everyone,
  'GET /robots.txt': everyone,
  'GET /sitemap.xml': everyone,
  'GET /sitemap/:kind/:from.xml': everyone,
  'GET /demo': everyone,

  // The keeper's own.
  'GET /keeper': keepers,
  'GET /keeper/claims': keepers,
  'POST /keeper/claims': keepers,
  'GET /keeper/texts': keepers,
  'POST /keeper/texts': keepers,
  'GET /keeper/texts/:name/:lang': keepers,
  'POST /keeper/texts/:name/:lang': keepers,
};

/** Routes there are in the demo town and nowhere else. */
export const demoTable: Record<string, Line> = {
  'POST /demo/enter': everyone,
  'GET /demo/clock': everyone,
  'POST /demo/clock': everyone,
};

/** Reads a line of the table above: an outcome for each visitor, in their order. */
function line(written: string): Line {
  const words = written.trim().split(/\s+/);
  if (words.length !== visitors.length) throw new Error(`${written} does not say something about everybody`);
  const read = words.map((word, n) => {
    const outcome = outcomes.find((known) => known === word);
    if (!outcome) throw new Error(`${word} is no outcome`);
    return [visitors[n], outcome] as const;
  });
  return Object.fromEntries(read) as Line;
}
