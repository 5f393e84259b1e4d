// One reminder to change: when it goes, the organisers' own words in it, and below, the mail as it would go out.
import type { Letter } from '#kit/mail/index.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox, Choice, Field, Select, TextArea } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { MailSheet } from '#ui/mail-sheet.tsx';
import { Actions, Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import type { ReminderKind } from './tables.ts';
import { reminderWords } from './words.ts';

/** A letter as somebody reads it. */
export type Preview = { to: 'going' | 'waitlisted'; letter: Letter };

type Props = {
  view: View;
  shown: ShownEvent;
  kind: ReminderKind;
  /** What stands in the fields. */
  values: Record<string, string>;
  errors: Record<string, string>;
  /** `sayState`: when it goes, or what became of it. */
  state: string;
  previews: Preview[];
};

export function ReminderPage({ view, shown, kind, values, errors, state, previews }: Props) {
  const t = reminderWords(view.lang);
  const { event, group } = shown;
  return (
    <Page view={view} title={t(`kind.${kind}`)} accent={group.color} width="form">
      <Masthead
        over={<a href={eventPaths.reminders(group.slug, event.slug)}>{t('list.title')}</a>}
        title={t(`kind.${kind}`)}
      >
        <p>{t(`kind.${kind}.text`)}</p>
        <p class="ui-soft">{state}</p>
      </Masthead>
      <form class="ui-form" method="post" action={eventPaths.reminder(group.slug, event.slug, kind)}>
        <Checkbox label={t('form.on')} name="on" checked={values.on === 'on'} />
        <div class="events-two">
          <Field
            label={t('form.amount')}
            name="amount"
            inputmode="numeric"
            value={values.amount}
            error={errors.amount}
            required
          />
          <Select
            label={t('form.unit')}
            name="unit"
            value={values.unit}
            options={[
              { value: 'days', label: t('form.unit.days') },
              { value: 'hours', label: t('form.unit.hours') },
            ]}
          />
        </div>
        <Field
          label={t('form.at_time')}
          name="at_time"
          type="time"
          value={values.at_time}
          error={errors.at_time}
          hint={t('form.at_time.hint')}
          optional
        />
        <TextArea
          label={t('form.text')}
          name="text"
          value={values.text}
          error={errors.text}
          hint={t('form.text.hint')}
          maxlength={2000}
          optional
        />
        {kind === 'confirm' && (
          <Choice
            label={t('form.confirmation')}
            name="confirmation"
            value={values.confirmation}
            error={errors.confirmation}
            options={(['off', 'soft', 'release'] as const).map((value) => ({
              value,
              label: t(`confirmation.${value}`),
              hint: t(`confirmation.${value}.said`),
            }))}
          />
        )}
        <Actions>
          <Button>{t('form.save')}</Button>
          <Button kind="quiet" name="step" value="look">
            {t('form.look')}
          </Button>
        </Actions>
      </form>
      {previews.map(({ to, letter }) => (
        <Section key={to} title={t(`preview.${to}`)}>
          <MailSheet letter={letter} />
        </Section>
      ))}
    </Page>
  );
}
