// The mail that thanks everybody who had a seat or came without one: own words, links to slides, how it will look, one button.
import { eventPaths, type ShownEvent } from '#events';
import type { Letter, MailProgress } from '#kit/mail/index.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import { Button } from '#ui/button.tsx';
import { ErrorSummary, Field, TextArea } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { MailSheet } from '#ui/mail-sheet.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { slidesField } from '../forms.ts';
import { tonightPaths } from '../paths.ts';
import type { ThanksFacts } from '../thanks.ts';
import { type Say, words } from '../words.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  facts: ThanksFacts;
  /** How far it has got, once it is sent. */
  progress: MailProgress | null;
  /** How it will look; null until somebody asked. */
  letter: Letter | null;
  /** False once it is too late to thank anybody. */
  isOpen: boolean;
  typed?: { values: Record<string, string>; errors: Record<string, string>; refused?: string } | undefined;
};

export function ThanksPage({ view, shown: { event, group }, facts, progress, letter, isOpen, typed }: Props) {
  const t = words(view.lang);
  const [g, e] = [group.slug, event.slug];
  const { talks, sent, going } = facts;
  const errors = typed?.errors ?? {};
  const canSend = !sent && isOpen && going > 0;
  return (
    <Page view={view} title={t('thanks.title')} accent={group.color} width="form">
      <Masthead over={<a href={eventPaths.manage(g, e)}>{event.title}</a>} title={t('thanks.title')}>
        <p>{leadOf(facts, canSend, view, t, event.zone)}</p>
        {progress && progress.failed > 0 && <p class="ui-soft">{t('thanks.failed', { n: progress.failed })}</p>}
      </Masthead>
      {typed?.refused && (
        <p class="ui-error" role="alert">
          {typed.refused}
        </p>
      )}
      <ErrorSummary
        view={view}
        errors={Object.entries(errors).map(([field, error]) => ({ field, label: labelOf(field, facts, t), error }))}
      />
      {(canSend || talks.length > 0) && (
        <form class="ui-form" method="post" action={tonightPaths.thanks(g, e)}>
          {canSend && (
            <TextArea
              label={t('thanks.text')}
              name="text"
              value={typed?.values.text ?? ''}
              error={errors.text}
              hint={t('thanks.text.hint')}
              rows={6}
              maxlength={2000}
              optional
            />
          )}
          {talks.map(({ item_id, title, who, slides_url }) => (
            <Field
              key={item_id}
              type="url"
              label={t('thanks.slides', { talk: title })}
              name={slidesField(item_id)}
              value={typed?.values[slidesField(item_id)] ?? slides_url}
              error={errors[slidesField(item_id)]}
              hint={who || undefined}
              placeholder="https://"
              maxlength={500}
              optional
            />
          ))}
          {canSend ? (
            <>
              {letter && <Preview letter={letter} facts={facts} t={t} />}
              <div class="ui-actions">
                {letter && (
                  <Button name="step" value="send">
                    {t('thanks.send', { n: going })}
                  </Button>
                )}
                <Button name="step" value="look" kind={letter ? 'quiet' : 'main'}>
                  {t(letter ? 'thanks.look_again' : 'thanks.look')}
                </Button>
              </div>
            </>
          ) : (
            <Button name="step" value="links">
              {t('thanks.links.keep')}
            </Button>
          )}
        </form>
      )}
    </Page>
  );
}

function leadOf({ sent, going }: ThanksFacts, canSend: boolean, view: View, t: Say, zone: string): string {
  if (sent) {
    const when = sayTime(instantOf(sent.sent_at), zone, view.lang, 'moment');
    return sent.by
      ? t('thanks.was_sent_by', { when, n: sent.told, who: sent.by })
      : t('thanks.was_sent', { when, n: sent.told });
  }
  if (canSend) return t('thanks.lead', { n: going });
  return t(going === 0 ? 'tonight.nobody' : 'tonight.not_now');
}

function Preview({ letter, facts: { came, missed }, t }: { letter: Letter; facts: ThanksFacts; t: Say }) {
  return (
    <Section title={t('thanks.preview')}>
      <MailSheet letter={letter} />
      <p class="ui-soft">
        {t('thanks.preview.lang')} {came > 0 && missed > 0 && t('thanks.preview.missed', { n: missed })}
      </p>
    </Section>
  );
}

function labelOf(field: string, { talks }: ThanksFacts, t: Say): string {
  const talk = talks.find(({ item_id }) => slidesField(item_id) === field);
  return talk ? t('thanks.slides', { talk: talk.title }) : t('thanks.text');
}
