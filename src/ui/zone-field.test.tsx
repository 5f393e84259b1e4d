// The field for a clock: a city to type, every zone offered by its city, the likely ones first.
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ZoneField } from './zone-field.tsx';

const field = (more: Partial<Parameters<typeof ZoneField>[0]> = {}) =>
  renderToString(<ZoneField lang="en" label="Clock" name="zone" value="America/Chicago" {...more} />);

describe('the field for a clock', () => {
  it('shows a zone as its city, says what the clock is called, and needs no script', () => {
    const html = field();
    expect(html).toContain('value="Chicago"');
    expect(html).toContain('Chicago: Central Time.');
    expect(html).toContain('list="f-zone-zones"');
    expect(html).toContain('<datalist id="f-zone-zones">');
    expect(html).toContain('<option value="New York" label="Eastern Time">');
    expect(html).not.toContain('<select');
  });

  it('offers the group’s and the place’s first, and neither twice nor when it is the one that stands there', () => {
    const html = field({ first: ['Europe/Berlin', 'America/Chicago', null, 'Europe/Berlin', 'Mars/Olympus'] });
    expect(html).toContain('Or is it Berlin, Central European Time?');
    expect(html.match(/Or is it/g)).toHaveLength(1);
    expect(html.indexOf('<option value="Berlin"')).toBeLessThan(html.indexOf('<option value="Abidjan"'));
  });

  it('keeps what was typed when it is no zone, and the name of one no city leads to', () => {
    expect(field({ value: '<b>Atlantis' })).toContain('value="&lt;b>Atlantis"');
    expect(field({ value: 'Etc/GMT-2' })).toContain('value="Etc/GMT-2"');
    expect(field({ value: 'US/Central' })).toContain('value="US/Central"');
  });

  it('is worded in the language of the page', () => {
    expect(field({ lang: 'de' })).toContain('Nordamerikanische Zentralzeit');
  });
});
