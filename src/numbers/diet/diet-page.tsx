// A guest tells the kitchen what they cannot eat: what for, who reads it and until when stands above it.
import { eventPaths, type ShownEvent } from '#events';
import { type Instant, sayTime } from '#kit/time.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox, ErrorSummary, Field } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { numberPaths } from '../paths.ts';
import { words } from '../words.ts';
import { type Need, ways, without } from './diet-rules.ts';
import { sayNeed } from './say-diet.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  /** What is ticked and typed. */
  values: Record<string, string | undefined>;
  errors: Record<string, string>;
  /** They said something before. */
  is_given: boolean;
  party: number;
  kept_until: Instant;
  /** The last day to order has passed. */
  is_late: boolean;
};

export function DietPage({
  view,
  shown: { event, group },
  values,
  errors,
  is_given,
  party,
  kept_until,
  is_late,
}: Props) {
  const t = words(view.lang);
  const [g, e] = [group.slug, event.slug];
  const box = (need: Need) => (
    <Checkbox key={need} name={need} label={sayNeed(need, t)} checked={Boolean(values[need])} error={errors[need]} />
  );
  return (
    <Page view={view} title={t('diet.title')} accent={group.color} width="form">
      <Masthead over={<a href={eventPaths.show(g, e)}>{event.title}</a>} title={t('diet.title')}>
        <p class="ui-lede">{t('diet.lede')}</p>
        <p>{t('diet.private', { group: group.name, day: sayTime(kept_until, event.zone, view.lang, 'date') })}</p>
        {is_late && <p>{t('diet.late')}</p>}
      </Masthead>
      <ErrorSummary
        view={view}
        errors={Object.entries(errors).map(([field, error]) => ({
          field,
          label: t(
            field === 'other'
              ? 'diet.other'
              : field === 'heads'
                ? 'diet.heads'
                : field === 'agree'
                  ? 'diet.agree.short'
                  : 'diet.title',
          ),
          error,
        }))}
      />
      <form class="ui-form" method="post" action={numberPaths.diet(g, e)}>
        <fieldset class="numbers-needs">
          <legend class="ui-label">{t('diet.ways')}</legend>
          {ways.map(box)}
        </fieldset>
        <fieldset class="numbers-needs">
          <legend class="ui-label">{t('diet.without')}</legend>
          {without.map(box)}
        </fieldset>
        <Field
          label={t('diet.other')}
          name="other"
          value={values.other}
          error={errors.other}
          hint={t('diet.other.hint')}
          maxlength={200}
          optional
        />
        {party > 1 && (
          <Field
            label={t('diet.heads')}
            name="heads"
            type="number"
            min="1"
            max={party}
            value={values.heads ?? '1'}
            error={errors.heads}
            hint={t('diet.heads.hint', { n: party })}
          />
        )}
        <Checkbox
          name="agree"
          label={t('diet.agree', { group: group.name })}
          checked={Boolean(values.agree)}
          error={errors.agree}
        />
        <Actions>
          <Button>{t('diet.save')}</Button>
          {is_given && (
            <Button kind="quiet" name="nothing" value="yes" formnovalidate>
              {t('diet.nothing')}
            </Button>
          )}
        </Actions>
      </form>
    </Page>
  );
}
