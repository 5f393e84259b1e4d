// The whole way once: found a group, plan and announce an evening, a stranger takes the seat, the waitlist fills, the group is
// handed over. On a phone without scripts, and at a desk in German.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { words as eventWords } from '../../src/events/words.ts';
import { words as groupWords } from '../../src/groups/words.ts';
import { words as peopleWords } from '../../src/people/words.ts';
import { words as seasonWords } from '../../src/season/words.ts';
import { codeFor, journey, looksRight, press, settings } from './browser.ts';

const house = journey();

describe.each(settings)('a group and its first evening, $name', (setting) => {
  const [e, g, p] = [eventWords(setting.lang), groupWords(setting.lang), peopleWords(setting.lang)];
  const s = seasonWords(setting.lang);
  const place = setting.lang === 'de' ? 'Leipzig' : 'Milwaukee';
  const name = setting.lang === 'de' ? 'Wolkenfreunde Leipzig' : `Lakeside Cloud Users ${setting.id}`;
  const who = (person: string) => `${person}-${setting.id}@example.org`;
  let leader: Page;
  let eventPath = '';
  let groupPath = '';

  it('signs in a leader by code and founds the group', async () => {
    leader = await (await house.open(setting)).newPage();
    await leader.goto('/start');
    await looksRight(leader, setting);
    await signIn(leader, who('priya'), 'Priya Raman');
    await leader.waitForURL('**/start');
    await looksRight(leader, setting);
    await leader.getByLabel(g('start.name')).fill(name);
    await leader.getByLabel(g('start.place')).fill(place);
    await leader.locator('input[name=zone]').fill('Berlin');
    await leader.locator('select[name=language]').selectOption(setting.lang);
    await press(leader, g('start.button'));
    await leader.waitForURL('**/g/*');
    expect(await leader.locator('h1').innerText()).toContain(name);
    groupPath = new URL(leader.url()).pathname;
    await looksRight(leader, setting);
  });

  it('plans the first evening from the one clear next step, and announces and opens it', async () => {
    await leader
      .getByRole('link', { name: e('panel.plan') })
      .first()
      .click();
    await looksRight(leader, setting);
    await leader.getByRole('link', { name: s('plan.blank'), exact: true }).click();
    await looksRight(leader, setting);
    await leader
      .getByLabel(e('form.title'))
      .fill(setting.lang === 'de' ? 'Warteschlangen und was sie verbergen' : 'Queues, and what they are hiding');
    await leader.locator('input[name=day]').fill(new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10));
    await leader.locator('input[name=room_capacity]').fill('1');
    await leader.locator('input[name=place_name]').fill('Hafenhaus, 3. Stock');
    await press(leader, e('form.create'));
    await leader.waitForURL('**/manage');
    await looksRight(leader, setting);
    eventPath = new URL(leader.url()).pathname.replace('/manage', '');
    // It is nine days off, so its sign-up, two weeks before, opens with the announcement.
    await press(leader, e('manage.draft'));
    await leader.getByText(e('manage.open'), { exact: true }).waitFor();
    await looksRight(leader, setting);
  });

  it('gives the seat to a stranger with a name, an address and a code', async () => {
    const page = await (await house.open(setting)).newPage();
    await page.goto(eventPath);
    await looksRight(page, setting);
    await page.getByLabel(e('seat.name')).fill('Nguyễn Thị Hạnh');
    await page.getByLabel(e('seat.address')).fill(who('hanh'));
    await press(page, e('seat.take'));
    await page.waitForURL('**/seat/code/*');
    await looksRight(page, setting);
    await page.getByLabel(p('code.label')).fill('000000');
    await press(page, e('code.button'));
    await looksRight(page, setting);
    await page.getByLabel(p('code.label')).fill(await codeFor(house, who('hanh')));
    await press(page, e('code.button'));
    await page.getByRole('heading', { name: e('seat.mine.title') }).waitFor();
    await looksRight(page, setting);
    const mail = (await house.mails()).findLast(({ to }) => to.includes(who('hanh')));
    expect(JSON.stringify(mail?.raw)).toContain('METHOD:REQUEST');
  });

  it('lets who joins the waitlist choose to be asked first, and keeps that until the code is typed', async () => {
    const page = await (await house.open(setting)).newPage();
    await page.goto(eventPath);
    await page.waitForTimeout(1000);
    await page.reload();
    await page.getByLabel(e('seat.name')).fill('Mei Lin');
    await page.getByLabel(e('seat.address')).fill(who('mei'));
    await page.getByLabel(e('seat.waiting.ask')).check();
    await looksRight(page, setting);
    await press(page, e('seat.wait'));
    await page.getByText(e('flash.ask_first')).waitFor();
    await looksRight(page, setting);
    await page.getByLabel(p('code.label')).fill(await codeFor(house, who('mei')));
    await press(page, e('code.button.wait'));
    await page.getByRole('button', { name: e('seat.waiting.give') }).waitFor();
    await looksRight(page, setting);
    await press(page, e('seat.waiting.leave'));
    await page.getByText(e('flash.left')).waitFor();
  });

  it('puts the next one on the waitlist, and gives them the seat when it is given back', async () => {
    const page = await (await house.open(setting)).newPage();
    await page.goto(eventPath);
    await page.waitForTimeout(1000);
    await page.reload();
    await page.getByLabel(e('seat.name')).fill('Tomás Herrera');
    await page.getByLabel(e('seat.address')).fill(who('tomas'));
    await press(page, e('seat.wait'));
    await page.getByLabel(p('code.label')).fill(await codeFor(house, who('tomas')));
    await press(page, e('code.button.wait'));
    await page.getByRole('heading', { name: e('seat.waiting.title', { rank: 1 }) }).waitFor();
    await looksRight(page, setting);

    const link = /http:\/\/localhost:3000(\/g\/\S+\/mine\/\S+)/.exec(
      (await house.mails()).findLast(({ to, text }) => to.includes(who('hanh')) && text.includes('/mine/'))?.text ?? '',
    );
    const other = await (await house.open(setting)).newPage();
    await other.goto(link?.[1] ?? 'no link to give the seat back');
    await looksRight(other, setting);
    await press(other, e('mine.release'));
    await other.getByText(e('flash.released')).waitFor();

    await page.reload();
    await page.getByRole('heading', { name: e('seat.mine.title') }).waitFor();
    const subjects = (await house.mails()).filter(({ to }) => to.includes(who('tomas'))).map(({ subject }) => subject);
    expect(subjects.length).toBeGreaterThanOrEqual(3);
  });

  it('shows the leader the guest list, and lets them write to everybody', async () => {
    await leader.goto(`${eventPath}/guests`);
    await leader.getByText('Tomás Herrera').first().waitFor();
    await looksRight(leader, setting);
    await leader.goto(`${eventPath}/guests/mail`);
    await leader.getByLabel(e('message.subject')).fill('Pizza');
    await leader.getByLabel(e('message.text')).fill('17:30');
    await press(leader, e('message.preview'));
    await looksRight(leader, setting);
    await press(leader, e('preview.send', { n: 1 }));
    await leader.waitForURL('**/manage');
    expect(
      (await house.mails()).some(({ to, subject }) => to.includes(who('tomas')) && subject.includes('Pizza')),
    ).toBe(true);
  });

  it('hands the group over to somebody invited by mail', async () => {
    await leader.goto(`${groupPath}/organisers`);
    await looksRight(leader, setting);
    await leader.locator('input[name=address]').fill(who('mai'));
    await choose(leader, 'role', 'organiser');
    await press(leader, g('team.invite_button'));
    const mail = (await house.mails()).findLast(
      ({ to, text }) => to.includes(who('mai')) && text.includes('/invitation/'),
    );
    const path = /http:\/\/localhost:3000(\/g\/\S+\/invitation\/\S+)/.exec(mail?.text ?? '')?.[1] ?? 'no invitation';
    const page = await (await house.open(setting)).newPage();
    await page.goto(path);
    await looksRight(page, setting);
    await press(page, g('invitation.code'));
    await page.locator('input[name=code]').fill(await codeFor(house, who('mai')));
    await page.locator('main form button').first().click();
    await page.waitForURL('**/me/name*');
    await page.locator('main input[name=name]').fill('May Sato');
    await page.locator('main form button').first().click();
    await page.waitForURL('**/invitation/*');
    await looksRight(page, setting);
    await press(page, g('invitation.accept'));

    await leader.goto(`${groupPath}/organisers`);
    await leader.getByText('May Sato').first().waitFor();
    await choose(leader, 'person_id', undefined);
    await press(leader, g('team.hand_over_button'));
    await leader.getByText(g('team.handed_over', { name: 'May Sato' })).waitFor();
    await looksRight(leader, setting);
    await page.goto(`${groupPath}/organisers`);
    await page.getByText(g('role.owner')).first().waitFor();
    const told = (await house.mails()).filter(({ to }) => to.includes(who('mai')) || to.includes(who('priya')));
    expect(
      told
        .slice(-2)
        .map(({ to }) => to)
        .sort(),
    ).toHaveLength(2);
  });
});

async function signIn(page: Page, address: string, name: string): Promise<void> {
  await page.locator('input[name=address]').fill(address);
  await page.locator('main form button').first().click();
  await page.locator('input[name=code]').fill(await codeFor(house, address));
  await page.locator('main form button').first().click();
  const named = page.locator('main input[name=name]');
  if (new URL(page.url()).pathname.startsWith('/me')) {
    await named.fill(name);
    await page.locator('main form button').first().click();
  }
}

/** One of a few, whether it is asked as a list to open or as rows to tick. */
async function choose(page: Page, name: string, value: string | undefined): Promise<void> {
  const list = page.locator(`main select[name=${name}]`);
  if ((await list.count()) > 0) {
    await list.first().selectOption(value ?? { index: (await list.first().locator('option').count()) - 1 });
    return;
  }
  await page
    .locator(`main input[name=${name}]${value ? `[value=${value}]` : ''}`)
    .first()
    .check();
}
