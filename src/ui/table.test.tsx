// Tables and rows keep their meaning when a phone draws them as cards.
import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { Row, Rows } from './list.tsx';
import { Steps } from './panel.tsx';
import { Table } from './table.tsx';

it('a table names its cells and stays a table', () => {
  const html = renderToString(
    <Table
      caption="Who came"
      columns={[
        { key: 'name', label: 'Name' },
        { key: 'seats', label: 'Seats', numeric: true },
      ]}
      rows={[{ key: '1', cells: { name: 'May', seats: 2 } }]}
    />,
  );
  expect(html).toContain('role="table"');
  expect(html).toContain('<caption>Who came');
  expect(html).toMatch(/<th role="rowheader" scope="row">May/);
  expect(html).toMatch(/<td role="cell" data-label="Seats" class="ui-numeric">2/);
});

it('a row links its title and keeps its action after its text', () => {
  const html = renderToString(
    <Rows>
      <Row when="13 Jan" title="Lightning night" href="/a" action={<a href="/b">Tell me</a>}>
        Seven talks
      </Row>
    </Rows>,
  );
  expect(html).toContain('<a href="/a">Lightning night</a>');
  expect(html.indexOf('Seven talks')).toBeLessThan(html.indexOf('Tell me'));
});

it('steps say where one is, and what is done in words', () => {
  const html = renderToString(<Steps now={1} items={[{ label: 'Draft' }, { label: 'Open' }, { label: 'Closed' }]} />);
  expect(html.match(/aria-current="step"/g)).toHaveLength(1);
  expect(html).toContain('(done)');
});
