// The letter of a morning on which something is newly overdue: by evening, with the way to each list.
import { type Block, type Letter, writeLetter } from '#kit/mail/index.ts';
import type { Lang } from '#kit/words.ts';
import { seasonPaths } from '../paths.ts';
import { sayDue } from '../say-task.ts';
import { type Say, words } from '../words.ts';
import type { OverdueTask } from './overdue-tasks.ts';

type Writing = { lang: Lang; origin: string; stop: string };

/** The mail that says, once in the morning, what of theirs is newly overdue, group by group. */
export function digestLetter(tasks: readonly OverdueTask[], { lang, origin, stop }: Writing): Letter {
  const t = words(lang);
  const evenings = Map.groupBy(tasks, ({ group, slug }) => seasonPaths.checklist(group, slug));
  const heading = t('overdue.subject', { n: tasks.length, title: oneLine(tasks[0]?.title ?? '') });
  return {
    subject: heading,
    unsubscribe_url: stop,
    ...writeLetter({
      lang,
      heading,
      blocks: [
        t('overdue.line'),
        ...[...evenings].flatMap(([path, all]) => blocksOf(all, `${origin}${path}`, lang, t)),
      ],
      small: [t('overdue.small'), { label: t('overdue.stop'), url: stop }],
    }),
  };
}

function blocksOf(tasks: readonly OverdueTask[], url: string, lang: Lang, t: Say): Block[] {
  const [first] = tasks;
  if (!first) return [];
  return [
    `${first.group_name}: ${first.evening}`,
    {
      list: tasks.map((task) => {
        const due = sayDue(task, task.zone, lang);
        return t(task.is_mine ? 'overdue.mine' : 'overdue.nobodys', { title: oneLine(task.title), due });
      }),
    },
    { link: { label: t('overdue.list'), url } },
  ];
}

/** A subject is one line, and what people type may not be. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 150)
    .toWellFormed();
}
