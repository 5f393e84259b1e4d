// The rules of the house, each with something planted that it must catch and something alike that it must let pass.
import {
  addressesComeFromPaths,
  classesBeginWithTheirRoom,
  islandsBeginWithTheirRoom,
  pagesUseTheirOwnClasses,
} from './looks.ts';
import {
  filesAreNamedForWhatTheyHold,
  filesSayWhatTheyAreFor,
  functionsNotClasses,
  functionsSayWhatTheyPromise,
  nothingIsLong,
  nothingIsPutOff,
  refusalsBeginWithTheirRoom,
  testsAreNamedAsSentences,
} from './manners.ts';
import { kitExportsNoNoun, productWords } from './nouns.ts';
import { readDownWriteHome, tablesAreWrittenOut } from './reach.ts';
import type { Rule } from './source.ts';
import { constraintsAreNamed, migrationsStayHome, migrationsTravel } from './travel.ts';
import { migrationsWaitForNobody } from './waits.ts';
import {
  islandsStayLight,
  kitImportsNoRoom,
  pagesDoNotFetch,
  roomsKnowOnlyThoseBelow,
  rulesArePure,
  throughTheDoor,
} from './ways.ts';

export type Law = {
  says: string;
  rule: Rule;
  /** Planted: the rule must complain about each of these. */
  bad: [path: string, text: string][];
  /** Looks alike and is right: the rule must let each of these pass. */
  good?: [path: string, text: string][];
  /** Files that may break the rule, and why. */
  exceptions?: Record<string, string>;
};

/** Longer than the rule allows, by file, with a reason. Meant to stay empty. */
const longFiles: Record<string, string> = {};

const lines = (n: number) => `// Long.\n${'const x = 1;\n'.repeat(n)}`;
const table = (item: string) => `-- X.\ncreate table groups.x (\n  group_id uuid not null,\n  ${item}\n);\n`;

/** What would make everybody wait for as long as it takes to read a table of ten million rows. */
const lockedBy = [
  'create index e_new on events.enrolment (state)',
  'create unique index e_new on events.enrolment (state)',
  'alter table events.enrolment add column a text not null',
  "alter table events.enrolment add column b text default '', add column a uuid default gen_random_uuid()",
  'alter table events.enrolment add column a text generated always as (lower(via)) stored',
  'alter table events.enrolment alter column party type bigint',
  'alter table events.enrolment alter party set data type bigint',
  'alter table events.enrolment alter column party set not null',
  'alter table events.enrolment add constraint e_a check (party > 0)',
  'alter table events.enrolment add constraint e_a foreign key (person_id) references people.person (person_id)',
  'alter table events.enrolment add constraint e_a unique (group_id, place)',
  'lock table events.enrolment',
  'truncate events.enrolment',
  'vacuum full events.enrolment',
  "set lock_timeout = '1h';\nalter table events.enrolment add column a text",
  'create index concurrently e_new on events.enrolment (state);\nalter table events.enrolment add column a text',
];
const unlocked = [
  'create index concurrently e_new on events.enrolment (state)',
  "alter table events.enrolment add column a text not null default ''",
  'alter table events.enrolment add column a numeric(4, 2), add constraint e_a check (a > 0) not valid',
  'alter table events.enrolment validate constraint e_a',
  'alter table events.enrolment add constraint e_a unique using index e_new',
  'alter table events.enrolment drop column a',
];

/** Every rule of the house that can be read off its source. */
export const laws: Law[] = [
  {
    says: 'a room reads its own tables and those below it, and writes only its own',
    rule: readDownWriteHome,
    bad: [
      ['src/groups/x.ts', "// X.\ndb.selectFrom('events.event').select('title');"],
      [
        'src/groups/x.ts',
        "// X.\ndb.selectFrom('groups.group as g').leftJoin('events.event as e', 'e.group_id', 'g.group_id');",
      ],
      ['src/events/x.ts', "// X.\ntx.insertInto('groups.member').values({});"],
      ['src/events/x.ts', "// X.\ntx.updateTable('groups.group').set({});"],
      ['src/events/x.ts', "// X.\ntx.deleteFrom('people.person');"],
      ['src/people/x.ts', '// X.\nsql`select 1 from people.person p join events.enrolment e using (person_id)`;'],
      ['src/people/x.ts', '// X.\nsql`select 1 from people.person p, groups."group" g`;'],
      [
        'src/events/x.ts',
        `// X.\nsql<{ n: number }>\`with a as (select 1) update groups."group" set name = \${name}\`;`,
      ],
      ['src/events/x.ts', `// X.\nsql\`insert into kit.fact (name) values (\${name})\`;`],
      ['src/commands/x.ts', '// X.\nsql`delete from events.event`;'],
      ['src/events/x.ts', "// X.\npool.query('truncate people.session');"],
    ],
    good: [
      [
        'src/events/x.ts',
        "// X.\ntx.insertInto('events.tally').values({}); db.selectFrom(['groups.group', 'people.person']);",
      ],
      ['src/events/x.ts', '// X.\nsql`update events.event set title = g.name from groups."group" g`;'],
    ],
    exceptions: {
      'src/health.ts': 'tries whether the database takes a write',
      'src/people/keeper.ts': 'who looks after the server is a fact of the server',
      'src/demo/facts.ts': 'what the demo town remembers is a fact of the server',
    },
  },
  {
    says: 'a table’s name is written out where it is used',
    rule: tablesAreWrittenOut,
    bad: [['src/events/x.ts', `// X.\ndb.selectFrom(\`\${room}.event\`);`]],
  },
  {
    says: 'another room’s code is reached only through its door',
    rule: throughTheDoor,
    bad: [
      ['src/events/x.ts', "// X.\nimport { joinGroup } from '../groups/join-group.ts';"],
      ['src/events/x.ts', "// X.\nimport type { Group } from '#groups/tables.ts';"],
      ['src/events/pages/x.tsx', "// X.\nexport { GroupHead } from '../../groups/pages/group-head.tsx';"],
      ['src/events/x.ts', "// X.\nconst groups = await import('../groups/index.ts');"],
      ['src/events/x.ts', "// X.\nimport { rooms } from '../rooms.ts';"],
      ['src/events/x.test.ts', "// X.\nimport { joinGroup } from '../groups/join-group.ts';"],
    ],
    good: [
      [
        'src/events/pages/x.tsx',
        "// X.\nimport { a } from '#groups';\nimport { b } from '#kit/time.ts';\nimport { c } from '../may.ts';",
      ],
    ],
  },
  {
    says: 'a room knows only rooms below it',
    rule: roomsKnowOnlyThoseBelow,
    bad: [
      ['src/groups/x.ts', "// X.\nimport { createEvent } from '#events';"],
      ['src/people/x.ts', "// X.\nexport type A = { group_id: Id<'groups.group'> };"],
      ['src/kit/x.ts', "// X.\nconst id = newId<'people.person'>();"],
    ],
    good: [
      ['src/events/x.ts', "// X.\nimport { a } from '#people';\nexport type A = { group_id: Id<'groups.group'> };"],
    ],
  },
  {
    says: 'kit knows no room, and the look only kit',
    rule: kitImportsNoRoom,
    bad: [
      ['src/kit/x.ts', "// X.\nimport type { Actor } from '#people';"],
      ['src/kit/x.ts', "// X.\nimport { asset } from '#ui/send.ts';"],
      ['src/ui/x.tsx', "// X.\nimport { actorOf } from '../people/identify.tsx';"],
    ],
  },
  {
    says: 'kit exports no word of the product',
    rule: kitExportsNoNoun(productWords()),
    bad: [
      ['src/kit/x.ts', '// X.\nexport type Group = { name: string };'],
      ['src/kit/x.ts', '// X.\nexport const seats = 3;'],
      ['src/kit/x.ts', '// X.\nfunction guestList() {}\nexport { guestList };'],
    ],
  },
  {
    says: 'rules are pure: no database, no clock, no web, no chance',
    rule: rulesArePure,
    bad: [
      ['src/events/rules.ts', "// X.\nimport { sql } from 'kysely';"],
      ['src/press/x.ts', "// X.\nimport { readFile } from 'node:fs/promises';"],
      ['src/events/rules.ts', "// X.\nimport PDFDocument from 'pdfkit';"],
      ['src/events/seat-rules.ts', "// X.\nimport { eventBySlug } from './queries.ts';"],
      ['src/events/may.ts', "// X.\nimport { groupBySlug } from '#groups';"],
      ['src/events/rules.ts', '// X.\nconst late = new Date();'],
      ['src/events/rules.ts', '// X.\nconst late = Temporal.Now.instant();'],
      ['src/events/rules.ts', '// X.\nconst chance = Math.random();'],
      ['src/events/rules.ts', '// X.\nexport const zone = process.env.TZ;'],
    ],
    good: [
      [
        'src/events/rules.ts',
        "// X.\nimport type { Row } from '#kit/tables.ts';\nimport { Temporal } from '#kit/time.ts';\nconst at = new Date(0);",
      ],
      ['src/press/x.ts', "// X.\nimport PDFDocument from 'pdfkit';\nimport { wrap } from '#kit/line-breaks.ts';"],
    ],
  },
  {
    says: 'pages, mails and the look are given what they show',
    rule: pagesDoNotFetch,
    bad: [
      ['src/events/pages/x.tsx', "// X.\nimport { guestList } from '../queries.ts';"],
      ['src/events/mails/x.ts', "// X.\nconst rows = await db.selectFrom('events.event').execute();"],
      ['src/ui/x.tsx', "// X.\nimport { openDatabase } from '#kit/db.ts';"],
      ['src/site/pages/x.tsx', "// X.\nconst answer = await fetch('/x');"],
      ['src/site/pages/x.tsx', '// X.\nsql`select 1`;'],
    ],
    good: [['src/events/pages/x.tsx', "// X.\nimport type { GuestRow } from '../queries.ts';"]],
  },
  {
    says: 'islands bring nothing along but Preact, time, slips, pages kept offline and their room’s rules',
    rule: islandsStayLight,
    bad: [
      ['src/events/islands/x.ts', "// X.\nimport { z } from 'zod';"],
      ['src/events/islands/x.ts', "// X.\nimport { words } from '../words.ts';"],
      ['src/events/islands/x.ts', "// X.\nimport { mayWork } from '../../door/rules.ts';"],
      ['src/events/islands/x.ts', "// X.\nimport { decodeQR } from 'qr/decode.js';"],
    ],
    good: [
      ['src/events/islands/x.ts', "// X.\nimport { stateAt } from '../rules.ts';"],
      [
        'src/door/islands/x/y.ts',
        "// X.\nimport { openBook } from '../../merge-rules.ts';\nimport { z } from './z.ts';",
      ],
      [
        'src/events/islands/x.tsx',
        "// X.\nimport { render } from 'preact';\nimport type { View } from '#kit/view.ts';",
      ],
    ],
  },
  {
    says: 'nothing is long: 250 lines, a test 400',
    rule: nothingIsLong(longFiles),
    bad: [
      ['src/events/x.ts', lines(250)],
      ['src/events/x.test.ts', lines(400)],
      ['db/migrations/0009-events.sql', `-- X.\n${'select 1;\n'.repeat(250)}`],
    ],
    good: [
      ['src/events/x.ts', lines(249)],
      ['src/events/x.test.ts', lines(399)],
    ],
  },
  {
    says: 'files are named in kebab-case, for what they hold, and lie in no attic',
    rule: filesAreNamedForWhatTheyHold,
    bad: [
      ['src/events/seatDesk.ts', ''],
      ['src/events/seat-manager.ts', ''],
      ['src/kit/date-utils.ts', ''],
      ['src/events/helpers/x.ts', ''],
      ['src/shared/x.ts', ''],
    ],
  },
  {
    says: 'a file opens with a sentence saying what it is for',
    rule: filesSayWhatTheyAreFor,
    bad: [
      ['src/events/x.ts', "import { a } from 'b';"],
      ['db/migrations/0009-events.sql', 'create schema x;'],
      ['src/events/x.css', '.events-x { margin: 0; }'],
    ],
  },
  {
    says: 'an exported function says what it promises',
    rule: functionsSayWhatTheyPromise,
    bad: [
      ['src/events/x.ts', '// X.\nexport function freeSeats() {}'],
      ['src/events/x.ts', '// X.\n/** About the type. */\ntype A = 1;\nexport async function freeSeats() {}'],
      ['src/events/x.ts', '// X.\n\n// Not a docstring.\nexport function freeSeats() {}'],
    ],
    good: [
      [
        'src/events/x.ts',
        '// X.\n\n/** How many seats are free. */\nexport function freeSeats() {}\nfunction own() {}',
      ],
    ],
  },
  {
    says: 'functions, not classes, errors aside',
    rule: functionsNotClasses,
    bad: [['src/events/x.ts', '// X.\nclass Desk {}']],
    good: [['src/events/x.ts', '// X.\nclass Lost extends Error {}']],
  },
  {
    says: 'a refusal begins with its room',
    rule: refusalsBeginWithTheirRoom,
    bad: [
      ['src/events/x.ts', "// X.\nreturn_({ refused: 'groups.full' });"],
      ['src/events/x.ts', "// X.\ntype No = { refused: 'events.full' | 'full' };"],
    ],
    good: [
      [
        'src/events/x.ts',
        "// X.\ntype No = { refused: 'events.full' | 'events.closed' };\nno({ refused: 'events.full' });",
      ],
    ],
  },
  {
    says: 'nothing is put off, and no check is silenced',
    rule: nothingIsPutOff,
    bad: [
      ['src/events/x.ts', `// X.\n// ${'TO'}${'DO'}: later`],
      ['src/events/x.ts', `// X.\n// ${'@ts'}-ignore\nconst x = 1;`],
      ['src/events/x.ts', '// X.\nconst x = y as any;'],
    ],
  },
  {
    says: 'a test is named with a sentence, and none is left out',
    rule: testsAreNamedAsSentences,
    bad: [
      ['src/events/x.test.ts', "// X.\nit('works', () => {});"],
      ['src/events/x.test.ts', "// X.\nit('should give a seat', () => {});"],
      ['src/events/x.test.ts', "// X.\nit.only('gives a seat', () => {});"],
    ],
    good: [['src/events/x.test.ts', "// X.\nit('gives a seat', () => {});"]],
  },
  {
    says: 'a room styles only what begins with its name',
    rule: classesBeginWithTheirRoom,
    bad: [
      ['src/events/events.css', '/* X. */\n.guest-list { margin: 0; }'],
      ['src/events/events.css', '/* X. */\n@media print { .groups-head { margin: 0; } }'],
      ['src/events/events.css', '/* X. */\n.events-list, .ui-button { margin: 0; }'],
      ['src/events/events.css', '/* X. */\nh1 { margin: 0; }'],
    ],
    good: [
      ['src/events/events.css', '/* X. */\n@media print { .events-list > .ui-button, .events-x { margin: 0.5rem; } }'],
    ],
  },
  {
    says: 'a page writes only classes of its room and of the look',
    rule: pagesUseTheirOwnClasses,
    bad: [
      ['src/events/pages/x.tsx', '// X.\nconst x = <p class="ui-said groups-head" />;'],
      ['src/events/pages/x.tsx', "// X.\nconst x = <p class={a ? 'events-a' : 'wide'} />;"],
    ],
  },
  {
    says: 'an island is named after the room that shows it',
    rule: islandsBeginWithTheirRoom,
    bad: [['src/events/pages/x.tsx', '// X.\nconst x = <Island name="groups/guess-zone" />;']],
  },
  {
    says: 'no address is typed by hand',
    rule: addressesComeFromPaths,
    bad: [
      ['src/events/pages/x.tsx', '// X.\nconst x = <a href="/me">me</a>;'],
      ['src/events/pages/x.tsx', `// X.\nconst x = <form action={\`/g/\${slug}/join\`} />;`],
    ],
    good: [['src/events/pages/x.tsx', '// X.\nconst x = <a href={eventPaths.show(a, b)}>me</a>;']],
  },
  {
    says: 'a migration has nothing that cannot travel',
    rule: migrationsTravel,
    bad: [
      ['db/migrations/0009-groups.sql', table('n serial not null')],
      ['db/migrations/0009-groups.sql', table('constraint x_once exclude using gist (a with =)')],
      ['db/migrations/0009-groups.sql', table('constraint x_a foreign key (a) references b (a) deferrable')],
      ['db/migrations/0009-groups.sql', '-- X.\nselect pg_advisory_lock(1);'],
      ['db/migrations/0009-groups.sql', '-- X.\nnotify news;'],
      ['db/migrations/0009-groups.sql', table('at timestamp not null')],
    ],
    good: [['db/migrations/0009-groups.sql', `-- No serial here.\n${table('at timestamptz not null')}`]],
  },
  {
    says: 'every key and constraint has a name',
    rule: constraintsAreNamed,
    bad: [
      ['db/migrations/0009-groups.sql', table('primary key (group_id)')],
      ['db/migrations/0009-groups.sql', table('slug text unique')],
      ['db/migrations/0009-groups.sql', table('a uuid references groups."group" (group_id)')],
      ['db/migrations/0009-groups.sql', '-- X.\nalter table groups.x add unique (a);'],
    ],
    good: [
      [
        'db/migrations/0009-groups.sql',
        table("constraint x_shape check (a in ('b', 'c')),\n  constraint x_pkey primary key (group_id)"),
      ],
    ],
  },
  {
    says: 'a migration is numbered, and makes tables only in the room it is named after',
    rule: migrationsStayHome,
    bad: [
      ['db/migrations/9-events.sql', '-- X.'],
      ['db/migrations/0009-events.sql', table('a text')],
    ],
  },
  {
    says: 'a migration holds no lock for as long as a table is big',
    rule: migrationsWaitForNobody,
    bad: lockedBy.map((statement) => ['db/migrations/0099-events.sql', `-- X.\n${statement};\n`]),
    good: [
      ['db/migrations/0099-groups.sql', `${table('a text not null')}create index x_a on groups.x (a);`],
      ...unlocked.map((statement): [string, string] => ['db/migrations/0099-events.sql', `-- X.\n${statement};\n`]),
    ],
  },
];
