// The addresses of this room, made in one place.
const at = (group: string, event: string) => `/g/${group}/e/${event}`;

export const eventPaths = {
  /** The ways to a new evening; shown by the season room. */
  start: (group: string) => `/g/${group}/new`,
  /** One of them: an empty form. */
  blank: (group: string) => `/g/${group}/new/blank`,
  show: at,
  ics: (group: string, event: string) => `${at(group, event)}/event.ics`,
  preview: (group: string, event: string) => `${at(group, event)}/preview.png`,
  seat: (group: string, event: string) => `${at(group, event)}/seat`,
  code: (group: string, event: string, token: string) => `${at(group, event)}/seat/code/${token}`,
  /** What a mailed link opens: the seat, a place in line or the interest it was asked for, and one button. */
  seatLink: (group: string, event: string, wish: string, link: string) =>
    `${at(group, event)}/seat/link/${wish}/${link}`,
  /** In line: to be asked first, or to be given the next seat. */
  waitlist: (group: string, event: string) => `${at(group, event)}/waitlist`,
  release: (group: string, event: string) => `${at(group, event)}/release`,
  interest: (group: string, event: string) => `${at(group, event)}/interest`,
  /** A seat by signed link, from a mail: shows whose it is and asks. */
  mine: (group: string, event: string, person: string, signature: string) =>
    `${at(group, event)}/mine/${person}/${signature}`,
  /** The answer to a reminder by signed link: shows whose seat it is and asks. */
  still: (group: string, event: string, person: string, signature: string) =>
    `${at(group, event)}/still/${person}/${signature}`,
  confirm: (group: string, event: string) => `${at(group, event)}/confirm`,
  reminders: (group: string, event: string) => `${at(group, event)}/reminders`,
  reminder: (group: string, event: string, kind: string) => `${at(group, event)}/reminders/${kind}`,
  manage: (group: string, event: string) => `${at(group, event)}/manage`,
  edit: (group: string, event: string) => `${at(group, event)}/edit`,
  agenda: (group: string, event: string) => `${at(group, event)}/agenda`,
  announce: (group: string, event: string) => `${at(group, event)}/announce`,
  open: (group: string, event: string) => `${at(group, event)}/open`,
  close: (group: string, event: string) => `${at(group, event)}/close`,
  cancel: (group: string, event: string) => `${at(group, event)}/cancel`,
  cap: (group: string, event: string) => `${at(group, event)}/cap`,
  guests: (group: string, event: string) => `${at(group, event)}/guests`,
  guestsCsv: (group: string, event: string) => `${at(group, event)}/guests.csv`,
  guestsMail: (group: string, event: string) => `${at(group, event)}/guests/mail`,
  guestsAdd: (group: string, event: string) => `${at(group, event)}/guests/add`,
  /** Sign-ups made elsewhere. */
  elsewhere: (group: string, event: string) => `${at(group, event)}/guests/elsewhere`,
  elsewhereDrop: (group: string, event: string) => `${at(group, event)}/guests/elsewhere/drop`,
  /** Who missed it is excused, or no longer. */
  guestsExcuse: (group: string, event: string) => `${at(group, event)}/guests/excuse`,
  guestsRelease: (group: string, event: string) => `${at(group, event)}/guests/release`,
  /** What organisers ask guests, for the team. */
  questions: (group: string, event: string) => `${at(group, event)}/questions`,
  question: (group: string, event: string, question: string) => `${at(group, event)}/questions/${question}`,
  questionUp: (group: string, event: string, question: string) => `${at(group, event)}/questions/${question}/up`,
  questionRemove: (group: string, event: string, question: string) =>
    `${at(group, event)}/questions/${question}/remove`,
  /** What guests answered. */
  guestAnswers: (group: string, event: string) => `${at(group, event)}/questions/answers`,
  guestAnswersCsv: (group: string, event: string) => `${at(group, event)}/questions/answers/csv`,
  /** What a guest is asked, and what they answered. */
  answers: (group: string, event: string) => `${at(group, event)}/answers`,
  /** One's own record of evenings that were. */
  record: () => '/me/evenings',
  feedIcs: (group: string) => `/g/${group}/feed.ics`,
  feedAtom: (group: string) => `/g/${group}/feed.atom`,
  feedJson: (group: string) => `/g/${group}/feed.json`,
  /** Ready texts for other places, a code for posters, what to put on one's own page. */
  share: (group: string, event: string) => `${at(group, event)}/share`,
  shareIn: (group: string, event: string, lang: string) => `${at(group, event)}/share?in=${lang}`,
  qrSvg: (group: string, event: string) => `${at(group, event)}/qr.svg`,
  qrPng: (group: string, event: string) => `${at(group, event)}/qr.png`,
  /** The next evenings, to be shown inside another site's page. */
  embed: (group: string) => `/g/${group}/embed`,
};
