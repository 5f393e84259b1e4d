// The templates that come with the program: both languages complete, and each makes an evening that makes sense.
import { describe, expect, it } from 'vitest';
import { dueAt, waitsForItself } from '../rules.ts';
import { shippedTemplate, shippedTemplates } from './shipped.ts';

const [english, german] = [shippedTemplates('en'), shippedTemplates('de')];

describe('the templates that come with the program', () => {
  it('are five, Chicago classic first', () => {
    expect(english.map(({ key }) => key)).toEqual([
      'chicago-classic',
      'vienna-monthly',
      'lightning-night',
      'discussion-night',
      'social',
    ]);
    expect(shippedTemplate('constructor', 'en')).toBeNull();
  });

  it.each(english.map((template, at) => [template.key, template, german[at]] as const))(
    '%s says everything in English and in German, and nothing the same in both',
    (_, en, de) => {
      const texts = (template: typeof en) => [
        template.name,
        template.says,
        template.pattern.about,
        ...template.pattern.place_needs,
        ...template.pattern.agenda.flatMap(({ title, note }) => [title, note]),
        ...template.pattern.tasks.flatMap(({ title, note }) => [title, note]),
      ];
      const there = texts(de as typeof en);
      texts(en).forEach((text, at) => {
        expect(Boolean(text), `${text} / ${there[at]}`).toBe(Boolean(there[at]));
        if (text && text !== 'Sponsor' && text !== 'Buffet') expect(there[at]).not.toBe(text);
      });
    },
  );

  it.each(english.map((template) => [template.key, template.pattern] as const))(
    '%s: the agenda fits between doors and end, and no task waits for a later one, or for itself',
    (_, pattern) => {
      const start = new Date('2026-12-09T18:00Z');
      const ends_at = new Date(start.getTime() + pattern.minutes * 60_000);
      const event = { starts_at: start, ends_at, zone: 'UTC', opens_at: new Date('2000-01-01T00:00Z') };
      for (const item of pattern.agenda) {
        expect(item.at_minutes).toBeGreaterThanOrEqual(-60);
        expect(item.at_minutes + (item.minutes ?? 0)).toBeLessThanOrEqual(pattern.minutes);
      }
      expect(pattern.agenda.map(({ at_minutes }) => at_minutes)).toEqual(
        pattern.agenda.map(({ at_minutes }) => at_minutes).sort((a, b) => a - b),
      );
      const tasks = pattern.tasks.map((task, at) => ({
        ...task,
        task_id: String(at),
        needs: task.needs.map(String),
        done_at: null,
      }));
      tasks.forEach((task) => {
        for (const need of task.needs) {
          const first = tasks[Number(need)];
          expect(first, `${task.title} waits for number ${need}`).toBeDefined();
          if (first)
            expect(dueAt(first, event) <= dueAt(task, event), `${first.title} before ${task.title}`).toBe(true);
        }
        expect(waitsForItself(task.task_id, task.needs, tasks)).toBe(false);
      });
    },
  );

  it('Chicago classic: the sponsor’s five minutes at the start, the first talk by a quarter past six (practice.md §1.2)', () => {
    const pattern = shippedTemplate('chicago-classic', 'en')?.pattern;
    expect(pattern?.starts).toBe('18:00');
    const at = (type: string) => pattern?.agenda.find((item) => item.type === type);
    expect(at('sponsor_segment')).toMatchObject({ minutes: 5 });
    expect(at('talk')?.at_minutes).toBeLessThanOrEqual(15);
    expect(at('doors')?.at_minutes).toBeLessThan(0);
    expect(pattern?.minutes).toBeLessThanOrEqual(120);
  });

  it('Chicago classic: both lists of practice.md §1.2, line by line, each in its time', () => {
    const tasks = shippedTemplate('chicago-classic', 'en')?.pattern.tasks ?? [];
    const said = tasks.map(({ side, amount, unit, title }) => `${side} ${amount} ${unit}: ${title}`);
    expect(said).toEqual([
      'before 2 days: Print sponsor signs and the way to the place',
      'before 2 days: Print sponsor logos to stand on drinks and pizza',
      'before 3 days: Look over the mail to everybody coming',
      'before 2 days: Order drinks',
      'before 1 days: Order pizza online, with a scheduled delivery',
      'before 1 days: Confirm with the speakers',
      'before 1 days: Schedule posts about sponsors, talks and host',
      'after 1 days: Post the speakers’ slides',
      'after 2 days: Upload the slides to the archive',
      'after 2 days: Send the one mail of thanks, with links to the slides',
      'after 2 days: Mail the hopeful sponsors, hosts and speakers met on the night',
      'after 3 days: Bring the schedule and the drafts of the mails up to date',
      'after 7 days: Invoice the sponsor and send the receipts as PDF',
    ]);
    // "Update your RSVP, venue check-in policy, how to get there, speakers' social handles."
    const note = tasks[2]?.note ?? '';
    for (const part of ['answer up to date', 'lets people in', 'how to get there', 'speakers online'])
      expect(note).toContain(part);
  });
});
