// Writing to guests: to whom, what about, the text.
import { Button } from '#ui/button.tsx';
import { Field, Select, TextArea } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { GuestCounts } from '../guest-list.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { words } from '../words.ts';

export type MessagePageProps = {
  view: View;
  shown: ShownEvent;
  counts: GuestCounts;
  chosen: string[];
  values: Record<string, string>;
  errors: Record<string, string>;
};

export function MessagePage({ view, shown, counts, chosen, values, errors }: MessagePageProps) {
  const t = words(view.lang);
  const { event, group } = shown;
  const options = [
    { value: 'going', label: t('message.to.going', { n: counts.going }) },
    { value: 'waitlisted', label: t('message.to.waitlisted', { n: counts.waitlisted }) },
    { value: 'interested', label: t('message.to.interested', { n: counts.interested }) },
  ];
  return (
    <Page view={view} title={t('message.title')} accent={group.color} width="form">
      <Masthead
        over={<a href={eventPaths.guests(group.slug, event.slug)}>{t('guests.title')}</a>}
        title={t('message.title')}
      >
        <p>{t('message.hint')}</p>
      </Masthead>
      <form class="ui-form" method="post" action={eventPaths.guestsMail(group.slug, event.slug)}>
        {chosen.length > 0 ? (
          <>
            <input type="hidden" name="to" value="chosen" />
            {chosen.map((person) => (
              <input key={person} type="hidden" name="chosen" value={person} />
            ))}
            <p>
              {t('message.to')}: {t('message.to.chosen', { n: chosen.length })}
            </p>
          </>
        ) : (
          <Select label={t('message.to')} name="to" value={values.to ?? 'going'} options={options} error={errors.to} />
        )}
        <Field
          label={t('message.subject')}
          name="subject"
          value={values.subject}
          error={errors.subject}
          maxlength={140}
          required
        />
        <TextArea label={t('message.text')} name="text" value={values.text} error={errors.text} rows={8} required />
        <Button name="step" value="send">
          {t('message.send')}
        </Button>
      </form>
    </Page>
  );
}
