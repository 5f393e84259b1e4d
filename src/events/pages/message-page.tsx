// Writing to guests: to whom, what about, the text, and where answers go.
import { Button } from '#ui/button.tsx';
import { Choice, ErrorSummary, Field, Select, TextArea } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { MessageFacts } from '../messages/message-facts.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { type Say, words } from '../words.ts';

/** What was typed so far, the guests ticked on the list, and what was wrong. */
export type Typed = {
  chosen?: string[] | undefined;
  values?: Record<string, string> | undefined;
  errors?: Record<string, string> | undefined;
  /** Where to go once it is sent, when that is not the evening's own page for organisers. */
  back?: string | undefined;
};

type Props = { view: View; shown: ShownEvent; facts: MessageFacts; typed: Typed };

const states = ['going', 'waitlisted', 'interested'] as const;

export function MessagePage({
  view,
  shown,
  facts,
  typed: { chosen = [], values = {}, errors = {}, back = '' },
}: Props) {
  const t = words(view.lang);
  const { event, group } = shown;
  const labels = {
    to: t('message.to'),
    subject: t('message.subject'),
    text: t('message.text'),
    reply: t('message.reply'),
  };
  const wrong = Object.entries(labels).flatMap(([field, label]) =>
    errors[field] ? [{ field, label, error: errors[field] }] : [],
  );
  // A state nobody is in is not offered.
  const offered = states.filter((state) => facts.readers[state] > 0 || state === 'going');
  return (
    <Page view={view} title={t('message.title')} accent={group.color} width="form">
      <Masthead
        over={<a href={back || eventPaths.manage(group.slug, event.slug)}>{event.title}</a>}
        title={t('message.title')}
      >
        <p>{t('message.hint')}</p>
      </Masthead>
      <ErrorSummary view={view} errors={wrong} />
      <form class="ui-form" method="post" action={eventPaths.guestsMail(group.slug, event.slug)}>
        {back && <input type="hidden" name="back" value={back} />}
        {chosen.length > 0 ? (
          <>
            <input type="hidden" name="to" value="chosen" />
            {chosen.map((person) => (
              <input key={person} type="hidden" name="chosen" value={person} />
            ))}
            <p>
              {labels.to}: {t('message.to.chosen', { n: chosen.length })}
            </p>
          </>
        ) : (
          <Select
            label={labels.to}
            name="to"
            value={values.to ?? 'going'}
            options={offered.map((state) => ({
              value: state,
              label: t(`message.to.${state}`, { n: facts.readers[state] }),
            }))}
            error={errors.to}
          />
        )}
        <Field
          label={labels.subject}
          name="subject"
          value={values.subject}
          error={errors.subject}
          maxlength={140}
          required
        />
        <TextArea
          label={labels.text}
          name="text"
          value={values.text}
          error={errors.text}
          hint={t('message.text.hint')}
          maxlength={5000}
          rows={8}
          required
        />
        <Choice
          label={labels.reply}
          name="reply"
          value={values.reply ?? (facts.contacts.length > 0 ? 'contact-1' : 'nobody')}
          options={repliesTo(facts, t)}
          error={errors.reply}
        />
        <Button name="step" value="preview">
          {t('message.preview')}
        </Button>
      </form>
    </Page>
  );
}

/** One's own address is the last but one: shown to guests by nobody's oversight. */
function repliesTo({ contacts, own }: MessageFacts, t: Say) {
  return [
    ...contacts.map(({ name, address }, at) => ({
      value: `contact-${at + 1}`,
      label: t('message.reply.contact', { name: name || address }),
      hint: t('message.reply.contact.hint', { address }),
    })),
    { value: 'nobody', label: t('message.reply.nobody'), hint: t('message.reply.nobody.hint') },
    { value: 'me', label: t('message.reply.me'), hint: t('message.reply.me.hint', { address: own }) },
  ];
}
