// The morning after: was the list at the door complete, how much food was left, what to remember.
import { doorLists, eventPaths, foodsLeft, type morningAfterOf, morningRules, type ShownEvent } from '#events';
import { instantOf, sayTime } from '#kit/time.ts';
import { Button } from '#ui/button.tsx';
import { Choice, ErrorSummary, Field, TextArea } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { tonightPaths } from '../paths.ts';
import { type Say, words } from '../words.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  noted: Awaited<ReturnType<typeof morningAfterOf>>;
  /** How many the phones at the door saw; null where none was used. Offered, and never put in place of what was said. */
  counted: number | null;
  /** What was typed and refused. */
  typed?: { values: Record<string, string>; errors: Record<string, string> } | undefined;
};

export function MorningPage({ view, shown, noted, counted, typed }: Props) {
  const t = words(view.lang);
  const { event, group, counts } = shown;
  const [g, e] = [group.slug, event.slug];
  const values: Record<string, string | null | undefined> = typed?.values ?? {
    ...noted,
    came: (noted ? noted.came : counted)?.toString(),
    answered_at: undefined,
    changed_at: undefined,
  };
  const errors = typed?.errors ?? {};
  const corrects = noted !== null && !morningRules.isFreelyChanged(noted.answered_at, view.now);
  const day = noted && sayTime(instantOf(noted.answered_at), event.zone, view.lang, 'day');
  return (
    <Page view={view} title={t('morning.title')} accent={group.color} width="form">
      <Masthead over={<a href={eventPaths.manage(g, e)}>{event.title}</a>} title={t('morning.title')}>
        <p>{corrects ? t('morning.late', { day: day ?? '' }) : t('morning.lead')}</p>
      </Masthead>
      <ErrorSummary
        view={view}
        errors={Object.entries(errors).map(([field, error]) => ({ field, label: labelOf(field, t), error }))}
      />
      <form class="ui-form" method="post" action={tonightPaths.morning(g, e)}>
        {corrects && <input type="hidden" name="correcting" value="yes" />}
        <Choice
          label={t('morning.door_list')}
          name="door_list"
          value={values.door_list}
          error={errors.door_list}
          required
          options={doorLists.map((said) => ({
            value: said,
            label: t(`morning.door_list.${said}`),
            hint: said === 'no' ? undefined : t(`morning.door_list.${said}.hint`),
          }))}
        />
        <Field
          label={t('morning.came')}
          name="came"
          value={values.came}
          error={errors.came}
          hint={
            counted === null
              ? t('morning.came.hint', { n: counts.taken })
              : t('morning.came.counted', { n: counted, seats: counts.taken })
          }
          inputmode="numeric"
          maxlength={5}
          optional
        />
        <Choice
          label={t('morning.food_left')}
          name="food_left"
          value={values.food_left}
          error={errors.food_left}
          options={foodsLeft.map((left) => ({ value: left, label: t(`morning.food_left.${left}`) }))}
          optional
        />
        <TextArea
          label={t('morning.remember')}
          name="remember"
          value={values.remember}
          error={errors.remember}
          hint={t('morning.remember.hint')}
          rows={6}
          maxlength={4000}
          optional
        />
        <Button>{t(corrects ? 'morning.correct' : 'morning.save')}</Button>
      </form>
    </Page>
  );
}

const asked = ['door_list', 'came', 'food_left', 'remember'] as const;

function labelOf(field: string, t: Say): string {
  const known = asked.find((name) => name === field);
  return known ? t(`morning.${known}`) : t('morning.title');
}
