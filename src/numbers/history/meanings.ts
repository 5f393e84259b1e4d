// What a column of a file can mean, and which files are known by their columns. Facts about other programs' exports, collected
// from their documentation and from parsers others wrote (formats change: columns are matched by name, never by place).

/** `skip`: not used. */
export const meanings = [
  'skip',
  'name',
  'first_name',
  'last_name',
  'address',
  'status',
  'heads',
  'guests',
  'checked_in',
  'day',
  'title',
  'signed_up',
  'came',
] as const;
export type Meaning = (typeof meanings)[number];

/** What a file holds: a row for each guest of evenings, people alone, or a row for each evening. */
export const kinds = ['guests', 'people', 'counts'] as const;
export type Kind = (typeof kinds)[number];

type Layout = {
  /** As it is told: "This looks like a guest list from Luma". */
  name: string;
  kind: Kind;
  /** All of these columns, spelt as `spelling` does. */
  has: readonly string[];
  columns: Readonly<Record<string, Meaning>>;
};

/** `E-mail address` and `e_mail_address` are one column. */
export const spelling = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

export const layouts: readonly Layout[] = [
  {
    name: 'Luma',
    kind: 'guests',
    has: ['approvalstatus', 'checkedinat', 'email'],
    columns: { name: 'name', email: 'address', approvalstatus: 'status', checkedinat: 'checked_in' },
  },
  {
    name: 'Meetup (members)',
    kind: 'people',
    has: ['userid', 'memberid', 'mailinglist'],
    columns: { name: 'name' },
  },
  {
    name: 'Meetup (members)',
    kind: 'people',
    has: ['memberid', 'role', 'urlofmemberprofile'],
    columns: { name: 'name' },
  },
  {
    name: 'Meetup (evening)',
    kind: 'guests',
    has: ['userid', 'rsvp', 'guests'],
    columns: { name: 'name', rsvp: 'status', guests: 'guests', attendance: 'checked_in' },
  },
  {
    name: 'Eventbrite',
    kind: 'guests',
    has: ['attendee', 'order', 'attendeestatus'],
    columns: {
      firstname: 'first_name',
      lastname: 'last_name',
      email: 'address',
      quantity: 'heads',
      qty: 'heads',
      attendeestatus: 'status',
      dateattending: 'day',
    },
  },
  {
    name: 'pretix (check-in list)',
    kind: 'guests',
    has: ['ordercode', 'attendeename', 'checkedin'],
    columns: { attendeename: 'name', email: 'address', checkedin: 'checked_in', startdate: 'day' },
  },
  {
    name: 'pretix (order positions)',
    kind: 'guests',
    has: ['ordercode', 'positionid', 'status'],
    columns: { attendeename: 'name', attendeeemail: 'address', email: 'address', status: 'status', startdate: 'day' },
  },
  {
    name: 'pretix (quotas)',
    kind: 'counts',
    has: ['quotaname', 'paidorders', 'waitinglist'],
    columns: { paidorders: 'signed_up' },
  },
  {
    name: 'connpass',
    kind: 'counts',
    has: ['startedat', 'accepted', 'waiting'],
    columns: { startedat: 'day', title: 'title', accepted: 'signed_up' },
  },
  {
    name: 'Sessionize (accepted sessions)',
    kind: 'people',
    has: ['sessionid', 'speakerid', 'firstname'],
    columns: { firstname: 'first_name', lastname: 'last_name', email: 'address' },
  },
  {
    name: 'Sessionize (schedule)',
    kind: 'people',
    has: ['day', 'time', 'room', 'title', 'speakers'],
    columns: { speakers: 'name' },
  },
  {
    name: 'pretalx (sessions)',
    kind: 'people',
    has: ['proposaltitle', 'speakernames'],
    columns: { speakernames: 'name' },
  },
  {
    name: 'pretalx (speakers)',
    kind: 'people',
    has: ['name', 'biography', 'proposalids'],
    columns: { name: 'name', email: 'address' },
  },
  // A table of one's own, as `ugroup forecast evaluate` reads it.
  {
    name: '',
    kind: 'counts',
    has: ['startsat', 'rsvps', 'came'],
    columns: { startsat: 'day', rsvps: 'signed_up', came: 'came' },
  },
];

/** Names of columns anywhere else, in the languages organisers' programs speak. */
export const usualNames: Readonly<Record<Exclude<Meaning, 'skip'>, readonly string[]>> = {
  name: [
    'name',
    'fullname',
    'attendeename',
    'guestname',
    'namedesteilnehmers',
    'teilnehmername',
    'nom',
    'nombre',
    '氏名',
    '名前',
  ],
  first_name: ['firstname', 'givenname', 'vorname', 'prénom', 'nombredepila'],
  last_name: ['lastname', 'surname', 'familyname', 'nachname', 'apellidos'],
  address: [
    'email',
    'emailaddress',
    'mail',
    'attendeeemail',
    'emailadresse',
    'mailadresse',
    'courriel',
    'correo',
    'メールアドレス',
  ],
  status: ['status', 'rsvp', 'approvalstatus', 'attendeestatus', 'state', '参加ステータス'],
  heads: ['quantity', 'qty', 'tickets', 'anzahl', 'seats'],
  guests: ['guests', 'plusones', 'begleitung'],
  checked_in: [
    'checkedin',
    'checkedinat',
    'attendance',
    'attended',
    'present',
    'eingecheckt',
    'checkin',
    'anwesend',
    '出席',
  ],
  day: ['day', 'date', 'eventdate', 'startdate', 'startsat', 'datum', 'tag', 'eventday', 'heldon', '開催日'],
  title: ['title', 'event', 'eventtitle', 'eventname', 'veranstaltung', 'evening', 'イベント名'],
  signed_up: [
    'rsvps',
    'signedup',
    'signups',
    'registered',
    'registrations',
    'yes',
    'accepted',
    'angemeldet',
    'anmeldungen',
  ],
  came: ['came', 'headcount', 'attendees', 'turnout', 'gekommen', 'kamen', 'anwesende'],
};
