// Every piece of the look on one page, with its states, for those who build pages. Development only.
import { Button, ButtonLink, PostButton } from './button.tsx';
import { Page } from './layout.tsx';
import { Row, Rows } from './list.tsx';
import { LookForm } from './look-form.tsx';
import { LookMail } from './look-mail.tsx';
import { Crumb, Empty, Facts, Figure, Figures, Panel, Prose, Steps, Tag } from './panel.tsx';
import { Actions, Masthead, Section, Split } from './section.tsx';
import { Sticker } from './sticker.tsx';
import { Table } from './table.tsx';
import type { View } from './view.ts';

const names = [
  'Lakeside Cloud Users',
  '東京ユーザー会',
  'กรุงเทพ Cloud',
  'مجموعة الرياض',
  'Kotlinowcy',
  'Zürich Data 🐍',
  'Café Développeurs',
  'Москва JS',
  'Nordic Elixir',
  'Berlin Rust',
  'Rust Berlin',
  'Perth Security',
];
const long = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz-Stammtisch Oberhausen';

const mark =
  'data:image/svg+xml,' +
  encodeURIComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><path d="M50 2L92 26V74L50 98L8 74V26z" fill="#0f4c5c"/>' +
      '<path d="M42 40h16l6 44H36z" fill="#fff"/><path d="M40 52h20l2 12H38z" fill="#e4572e"/><path d="M36 36L50 22L64 36z" fill="#f4a259"/></svg>',
  );

/** Specimens, not product copy: they stay in English and make up every name. */
export function LookPage({ view }: { view: View }) {
  return (
    <Page view={view} title="The look" accent="#c2410c" description="Every piece of the look, with its states.">
      <Masthead
        sticker={<Sticker src={mark} name="Lakeside Cloud Users" />}
        over={<a href="#stickers">Lakeside Cloud Users</a>}
        title="Queues, and what they are hiding"
      />
      <Split
        lead={
          <p class="ui-lede">
            <strong>Wednesday, 9 December 2026, 18:00–20:00</strong>
            <br />
            <span class="ui-soft">in Milwaukee · that is 01:00 on Thursday where you are</span>
            <br />
            Harbor Building, 3rd floor · <a href="#facts">how to get in</a>
          </p>
        }
        aside={
          <Panel title="Seats are open">
            <p class="ui-soft">
              118 people are coming, 31 seats are left. Sign-up closes on Tuesday, 18:00, because the building needs
              names.
            </p>
            <LookForm kind="seat" />
            <p class="ui-small">
              No account needed. You can give the seat back with one tap, and someone else gets it.
            </p>
          </Panel>
        }
      >
        <Prose html="<p>Two talks about the part of a system nobody draws: the waiting. We start on time, there is pizza from 17:30, and the last talk ends early enough for the 20:14 train.</p><h2>A heading of theirs</h2><ul><li>One thing</li><li>Another, with <a href='#x'>a link</a> and <code>code()</code></li></ul><blockquote><p>Something somebody said.</p></blockquote>" />
        <Section title="The evening">
          <Rows>
            <Row when="17:30" title="Doors and pizza" />
            <Row when="18:00" title="Welcome">
              Priya, who looks after the group this month
            </Row>
            <Row when="18:05" title="Northwind Hosting" tag="Sponsor, 5 minutes">
              They pay for the pizza. Talks are never part of sponsorship.
            </Row>
            <Row when="18:15" title="Every retry is a promise" href="#talk">
              Tomás Herrera · 25 minutes · all levels
            </Row>
          </Rows>
        </Section>
        <Section title="Good to know" id="facts">
          <Facts
            items={[
              { term: 'Step-free', detail: 'Yes, lift from the lobby' },
              { term: 'Toilets', detail: 'Gender-neutral on the 3rd floor' },
              { term: 'At the entrance', detail: 'Name on the list, no ID card' },
              { term: 'Photos', detail: 'Only if you said yes' },
              { term: 'Food', detail: 'Vegetarian and vegan pizza; tell us about allergies' },
              { term: 'Captions', detail: 'Not yet. Ask us.' },
            ]}
          />
        </Section>
      </Split>
      <Section title="Figures" action={<a href="#why">How this is worked out</a>}>
        <Figures>
          <Figure label="Expect" value="60–88">
            Most likely 74. Of ten evenings like this, eight fall in this range.
          </Figure>
          <Figure label="Order food for" value={83}>
            31 pizzas. Enough on four evenings of five.
          </Figure>
          <Figure label="Offer" value={149} unit="seats">
            for a room of 100. One evening in twenty would overflow.
          </Figure>
        </Figures>
      </Section>
      <Section title="Where it stands">
        <Steps
          now={1}
          items={[
            { label: 'Draft', detail: 'only you see it' },
            { label: 'Announced', detail: 'people can say they are interested' },
            { label: 'Open', detail: 'from 25 November' },
            { label: 'Closed' },
          ]}
        />
        <p>
          <Tag tone="good">Seat taken</Tag> · <Tag>Waiting, number 4</Tag> · <Tag tone="soft">Draft</Tag>
        </p>
      </Section>
      <Section title="Groups">
        <Rows>
          <Row
            mark={<Sticker size="s" name={long} />}
            title={long}
            href="#g"
            action={<a href="#t">Tell me when it opens</a>}
          >
            Oberhausen · next on 13 January · a name as long as they come
          </Row>
          <Row
            mark={<Sticker size="s" name="東京" />}
            title={<span lang="ja">国際連合教育科学文化機関東京勉強会・夜の部・第百二十三回</span>}
            href="#g"
            when="Wed 13 Jan"
            action={<PostButton action="#">Join</PostButton>}
          >
            東京都 · 日本語
          </Row>
          <Row
            when="10 Feb"
            title="An evening by and for women and non-binary people in cloud"
            action={<a href="#t">Tell me when it opens</a>}
          >
            Everyone may come; please read who it is for.
          </Row>
        </Rows>
        <Empty
          title="No evenings yet"
          action={
            <ButtonLink href="#new" kind="quiet">
              Plan the first evening
            </ButtonLink>
          }
        >
          A date and a place are enough to begin. You can fill in the rest later.
        </Empty>
      </Section>
      <Section title="Who is coming">
        <Table
          caption="Three of 118, in the order they signed up"
          columns={[
            { key: 'name', label: 'Name' },
            { key: 'since', label: 'Signed up' },
            { key: 'state', label: 'State' },
            { key: 'with', label: 'Brings', numeric: true },
          ]}
          rows={[
            {
              key: '1',
              cells: {
                name: 'Nguyễn Thị Hạnh',
                since: <time>3 Dec 2026</time>,
                state: <Tag tone="good">Has a seat</Tag>,
                with: 1,
              },
            },
            {
              key: '2',
              cells: {
                name: <bdi>سلمى العتيبي</bdi>,
                since: <time>4 Dec 2026</time>,
                state: <Tag>Waiting</Tag>,
                with: 0,
              },
            },
            {
              key: '3',
              cells: {
                name: long,
                since: <time>12 Dec 2026</time>,
                state: <Tag tone="soft">Gave it back</Tag>,
                with: 0,
              },
            },
          ]}
        />
      </Section>
      <Section title="Buttons">
        <Actions>
          <ButtonLink href="#a" kind="main">
            Take a seat
          </ButtonLink>
          <ButtonLink href="#a">Add to my calendar</ButtonLink>
          <PostButton action="#" kind="danger">
            Cancel the evening
          </PostButton>
          <Button kind="quiet" disabled>
            Closed since Tuesday
          </Button>
          <PostButton action="#" kind="link">
            Give my seat back
          </PostButton>
        </Actions>
      </Section>
      <Section title="A form that came back">
        <LookForm kind="wrong" view={view} />
      </Section>
      <Section title="A mail before it goes">
        <LookMail />
      </Section>
      <Section title="Stickers" id="stickers">
        <Crumb href="#up">All groups</Crumb>
        <Actions>
          {names.map((name, i) => (
            <Sticker key={name} name={name} odd={i % 2 === 1} />
          ))}
          <Sticker size="l" name="Lakeside Cloud Users" color="#0f4c5c" />
          <Sticker size="l" name="Lakeside Cloud Users" src={mark} odd />
          <Sticker size="s" name="Black" color="#000000" />
          <Sticker size="s" name="White" color="#ffffff" odd />
          <Sticker size="s" name="Yellow" color="#ffd400" />
        </Actions>
      </Section>
    </Page>
  );
}
