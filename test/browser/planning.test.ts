// What a leader plans with, in a browser: a venue that is kept and chosen, a question a guest answers, a series that is joined and
// changed from one evening on.
import { describe, expect, it } from 'vitest';
import { instantOf, wallClock } from '#kit/time.ts';
import { questionWords } from '../../src/events/questions/words.ts';
import { words as eventWords } from '../../src/events/words.ts';
import { words as seasonWords } from '../../src/season/words.ts';
import { words as venueWords } from '../../src/venues/words.ts';
import { makePerson } from '../visit.ts';
import { makeEvent, makeGroup } from '../world.ts';
import { journey, looksRight, pageOf, press, settings } from './browser.ts';

const house = journey();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe.each(settings.slice(1))('planning, $name', (setting) => {
  const [e, q] = [eventWords(setting.lang), questionWords(setting.lang)];
  const [s, v] = [seasonWords(setting.lang), venueWords(setting.lang)];

  it('a venue is written down, chosen for an evening, and kept: the evening follows', async () => {
    const { organiser, group } = await makeGroup(house);
    const page = await pageOf(house, setting, organiser);
    await page.goto(`/g/${group.slug}/new/from/chicago-classic`);
    await page.locator('[name=title]').fill('Queues');
    await page.locator('[name=day]').fill(inDays(40));
    const find = page.getByRole('link', { name: v('field.find.first') });
    await find.scrollIntoViewIfNeeded();
    await page.locator('[data-island="venues/keep-typed"][data-ready]').waitFor();
    await find.click();
    await page.getByRole('link', { name: v('list.add') }).click();
    await page.locator('[name=name]').fill(`Boathouse ${setting.id}`);
    await page.locator('[name=city]').fill('Milwaukee');
    await page.locator('[name=capacity]').fill('80');
    await page.locator('[name=step_free][value=yes], [name=access_step_free][value=yes]').check();
    await looksRight(page, setting);
    await press(page, v('form.save.choose'));

    // Back in the form: chosen, not typed, and another could be.
    await page.getByText(v('form.added.chosen')).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/g/${group.slug}/new/from/chicago-classic`);
    const chosen = page.locator('[name=venue] option:checked');
    expect(await chosen.innerText()).toBe(`Boathouse ${setting.id}, Milwaukee`);
    expect(await page.locator('[name=place_name]').isVisible(), 'a chosen venue is typed as well').toBe(false);
    await looksRight(page, setting);
    // What was typed before is still there.
    await page.locator('[data-island="venues/keep-typed"][data-ready]').waitFor();
    expect(await page.locator('[name=title]').inputValue()).toBe('Queues');
    expect(await page.locator('[name=day]').inputValue()).toBe(inDays(40));
    await press(page, s('plan.make'));
    await page.waitForURL('**/manage');
    const evening = new URL(page.url()).pathname.replace('/manage', '');

    // Kept: what is put right at the venue is right at the evening.
    await page.goto(evening);
    const link = page.getByRole('link', { name: `Boathouse ${setting.id}` }).first();
    const venue = (await link.getAttribute('href')) as string;
    await page.goto(venue);
    await page.getByRole('link', { name: v('page.edit') }).click();
    await page.getByLabel(v('arrival.entrance')).fill('The blue door by the water');
    await press(page, v('form.save'));
    await page.goto(evening);
    await page.getByText('The blue door by the water').first().waitFor();
    await looksRight(page, setting);
    await link.click();
    await page.waitForURL(`**${venue}`);
  });

  it('what was typed while a venue is looked for in another tab is saved, and not undone the next time', async () => {
    const world = await makeGroup(house);
    const event = await makeEvent(house, world);
    const page = await pageOf(house, setting, world.organiser);
    const edit = `/g/${world.group.slug}/e/${event.slug}/edit`;
    await page.goto(edit);
    await page.locator('[data-island="venues/keep-typed"][data-ready]').waitFor();
    await page.locator('[name=title]').fill('Not quite yet');
    const find = page.getByRole('link', { name: v('field.find.first') });
    await find.click({ modifiers: ['ControlOrMeta'] });
    // What was typed by then is kept, although nobody leaves.
    const kept = () => page.evaluate((path) => sessionStorage.getItem(`typed ${path}`), edit);
    await expect.poll(kept).toContain('Not quite yet');
    await page.locator('[name=title]').fill('Queues at last');
    await press(page, e('form.save'));
    await page.waitForURL('**/manage');
    await page.goto(edit);
    await page.locator('[data-island="venues/keep-typed"][data-ready]').waitFor();
    expect(await page.locator('[name=title]').inputValue()).toBe('Queues at last');
  });

  it('an evening asks a question, a guest answers it, the organisers read it', async () => {
    const world = await makeGroup(house);
    const event = await makeEvent(house, world);
    const path = `/g/${world.group.slug}/e/${event.slug}`;
    const page = await pageOf(house, setting, world.organiser);
    await page.goto(`${path}/questions`);
    await page.locator('[name=label]').fill('Which entrance do you need?');
    await page.locator('[name=purpose]').fill('so that somebody waits at the right one');
    await page.locator('[name=kind][value=choice]').check();
    await page.locator('[name=options]').fill('Stairs\nLift');
    await looksRight(page, setting);
    await press(page, q('add.button'));
    await page.getByText(q('flash.added')).waitFor();

    const guest = await pageOf(house, setting, await makePerson(house, 'Hạnh'));
    await guest.goto(path);
    await press(guest, e('seat.take'));
    await guest.getByText('so that somebody waits at the right one').first().waitFor();
    await looksRight(guest, setting);
    const answer = guest.getByLabel('Which entrance do you need?');
    if ((await answer.count()) === 1) await answer.selectOption('Lift');
    else await guest.getByLabel('Lift').check();
    await press(guest, q('mine.save'));
    await guest.getByText(q('flash.answered')).waitFor();

    await page.reload();
    await page.getByRole('link', { name: q('answers.read') }).click();
    await page.getByText('Hạnh').first().waitFor();
    expect(await page.locator('main').innerText()).toContain('Lift');
    await looksRight(page, setting);
  });

  it('a series is made by its rule, joined, and changed from one evening on', async () => {
    const { organiser, group } = await makeGroup(house);
    const page = await pageOf(house, setting, organiser);
    await page.goto(`/g/${group.slug}/new`);
    await page.getByRole('link', { name: s('series.row') }).click();
    await page.locator('[name=title]').fill('Second Wednesday');
    await page.locator('[name=which]').selectOption('2');
    await page.locator('[name=weekday]').selectOption('3');
    await page.locator('[name=place_name]').fill('Harbor Building');
    await page
      .locator('details', { hasText: s('series.rest') })
      .locator('summary')
      .click();
    for (const month of ['8', '12']) await page.locator(`#not_in-${month}`).check();
    await page.locator('[name=starts_on]').fill('2027-07-01');
    await press(page, s('series.preview.button'));
    // Second Wednesdays of July, September, October and November 2027; none in August or December.
    const days = await page.locator('.season-preview li').allInnerTexts();
    expect(days.map((day) => Number(/\d+/.exec(day)?.[0])).slice(0, 5)).toEqual([14, 8, 13, 10, 12]);
    await looksRight(page, setting);
    await press(page, s('series.start.button'));
    await page.getByText(s('series.flash.started', { n: 3 })).waitFor();
    await looksRight(page, setting);
    const series = new URL(page.url()).pathname.replace('/manage', '');
    await page.getByRole('link', { name: s('series.next.button') }).click();
    await press(page, e('manage.draft'));
    await page.getByText(e('manage.announced'), { exact: true }).waitFor();

    const guest = await pageOf(house, setting, await makePerson(house, 'Tomás'));
    await guest.goto(series);
    await press(guest, s('regular.join'));
    await guest.getByText(s('regular.flash.joined')).waitFor();
    await looksRight(guest, setting);

    // From the second one on it begins later; the first stays.
    await page.goto(`${series}/manage`);
    await page.getByRole('link', { name: 'Second Wednesday' }).nth(1).click();
    await page.getByRole('link', { name: e('manage.edit') }).click();
    const was = await page.locator('[name=starts]').inputValue();
    await page.locator('[name=starts]').fill('19:15');
    await page.locator('[name=ends]').fill('21:15');
    await page.getByLabel(s('reach.later')).check();
    await looksRight(page, setting);
    await press(page, e('form.save'));
    await page.waitForURL('**/manage');
    const evenings = await house.db
      .selectFrom('events.event')
      .select(['starts_at', 'zone'])
      .where('group_id', '=', group.group_id)
      .orderBy('starts_at')
      .execute();
    const begins = evenings.map(({ starts_at, zone }) => wallClock(instantOf(starts_at), zone).time);
    expect(begins).toEqual([was, '19:15', '19:15']);
  });
});
