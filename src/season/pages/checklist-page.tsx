// An evening's whole checklist: to tick on a phone, and to print.
import { eventPaths, type ShownEvent } from '#events';
import type { Values } from '#kit/form.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import { Button, PostButton } from '#ui/button.tsx';
import { dot } from '#ui/dotted.ts';
import { Page } from '#ui/layout.tsx';
import { Empty } from '#ui/panel.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { seasonPaths } from '../paths.ts';
import { blockersOf, isOverdue } from '../rules.ts';
import type { Task } from '../tasks.ts';
import { type Say, words } from '../words.ts';
import { TaskFields, type TeamName } from './task-fields.tsx';
import { TaskRow } from './task-row.tsx';

type Props = {
  view: View;
  shown: ShownEvent;
  tasks: readonly Task[];
  /** What a place must have. */
  needs: readonly string[];
  team: readonly TeamName[];
  mayEdit: boolean;
  ordering: boolean;
  /** What was typed for a new task, and what was wrong with it. */
  values?: Values | undefined;
  errors?: Record<string, string> | undefined;
};

export function ChecklistPage(props: Props) {
  const { view, shown, tasks, needs, mayEdit, ordering } = props;
  const t = words(view.lang);
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  const late = tasks.filter((task) => isOverdue(task, view.now)).length;
  const done = tasks.filter((task) => task.done_at !== null).length;
  return (
    <Page view={view} title={t('checklist.title')} accent={group.color} width="narrow">
      <Masthead
        over={<a href={mayEdit ? eventPaths.manage(g, e) : eventPaths.show(g, e)}>{event.title}</a>}
        title={t('checklist.title')}
      >
        <p>
          {sayTime(instantOf(event.starts_at), event.zone, view.lang, 'moment')}
          {event.place_name && `${dot}${event.place_name}`}
        </p>
        {tasks.length > 0 && (
          <p>
            {t('checklist.count', { done, all: tasks.length })} {late > 0 && t('checklist.late', { n: late })}
          </p>
        )}
        {needs.length > 0 && (
          <p class="ui-soft" lang={event.language}>
            {t('checklist.place', { needs: needs.join(', ') })}
          </p>
        )}
      </Masthead>
      {tasks.length === 0 ? (
        <Nothing {...props} t={t} />
      ) : (
        <>
          <Side {...props} side="before" t={t} />
          <Side {...props} side="after" t={t} />
          {mayEdit && (
            <p class="season-unprinted">
              <a href={ordering ? seasonPaths.checklist(g, e) : seasonPaths.order(g, e)}>
                {t(ordering ? 'checklist.ordered' : 'checklist.order')}
              </a>
            </p>
          )}
        </>
      )}
      {mayEdit && !ordering && <Add {...props} t={t} />}
    </Page>
  );
}

type PartProps = Props & { t: Say };

function Side({ view, shown, tasks, mayEdit, ordering, side, t }: PartProps & { side: Task['side'] }) {
  const chosen = tasks.filter((task) => task.side === side);
  if (chosen.length === 0) return null;
  const about = {
    group: shown.group.slug,
    slug: shown.event.slug,
    zone: shown.event.zone,
    language: shown.event.language,
  };
  return (
    <Section title={t(`checklist.${side}`)}>
      <ul class="season-tasks">
        {chosen.map((task) => (
          <TaskRow
            key={task.task_id}
            view={view}
            task={task}
            about={about}
            first={blockersOf(task, tasks).map(({ title }) => title)}
            mayEdit={mayEdit}
            ordering={ordering}
          />
        ))}
      </ul>
    </Section>
  );
}

function Nothing({ shown, mayEdit, t }: PartProps) {
  const usual = (
    <PostButton action={seasonPaths.usual(shown.group.slug, shown.event.slug)} kind="main">
      {t('checklist.usual')}
    </PostButton>
  );
  return (
    <Empty title={t('checklist.none')} action={mayEdit ? usual : undefined}>
      {mayEdit ? t('checklist.none.text') : undefined}
    </Empty>
  );
}

function Add({ shown, tasks, team, values = {}, errors = {}, t }: PartProps) {
  const isWrong = Object.keys(errors).length > 0;
  return (
    <details class="season-more season-unprinted" open={isWrong}>
      <summary>{t('checklist.add')}</summary>
      <form class="ui-form" method="post" action={seasonPaths.checklist(shown.group.slug, shown.event.slug)}>
        <TaskFields t={t} values={values} errors={errors} team={team} />
        <Button kind={tasks.length === 0 ? 'quiet' : 'main'}>{t('checklist.add.button')}</Button>
      </form>
    </details>
  );
}
