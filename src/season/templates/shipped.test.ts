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
      const event = { starts_at: start, ends_at: new Date(start.getTime() + pattern.minutes * 60_000), zone: 'UTC' };
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
});
