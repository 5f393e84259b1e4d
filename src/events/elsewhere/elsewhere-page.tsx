// The organisers' page of sign-ups made elsewhere: bring a list, see who came by name only, take one off.
import { Button } from '#ui/button.tsx';
import { Checkbox, Field, FileField, TextArea } from '#ui/field.tsx';
import { fieldsOf } from '#ui/fields-of.ts';
import { Page } from '#ui/layout.tsx';
import { Empty, Panel } from '#ui/panel.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import type { ElsewhereRow } from './elsewhere.ts';
import { elsewhereWords } from './words.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  rows: ElsewhereRow[];
  /** False: it is over or called off, and nobody is added any more. */
  isAhead: boolean;
  values?: { list?: string; source?: string } | undefined;
  errors?: { list?: string; file?: string } | undefined;
  /** How many of the list were left out, because their names are here. */
  alike?: number | undefined;
};

export function ElsewherePage({ view, shown, rows, isAhead, values = {}, errors = {}, alike = 0 }: Props) {
  const t = elsewhereWords(view.lang);
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  const { of } = fieldsOf(values, errors);
  return (
    <Page view={view} title={t('title')} accent={group.color} width="form">
      <Masthead over={<a href={eventPaths.guests(g, e)}>{event.title}</a>} title={t('title')}>
        <p>{t('lead')}</p>
      </Masthead>
      {alike > 0 && (
        <Panel title={t('alike.title', { n: alike })}>
          <p>{t('alike.text', { n: alike })}</p>
        </Panel>
      )}
      {isAhead && (
        <form class="ui-form" method="post" action={eventPaths.elsewhere(g, e)} enctype="multipart/form-data">
          <TextArea label={t('list')} {...of('list')} rows={8} hint={t('list.hint')} />
          <Field label={t('source')} {...of('source')} hint={t('source.hint')} maxlength={60} optional />
          {alike > 0 && <Checkbox label={t('although')} name="although_alike" value="yes" />}
          <FileField
            label={t('file')}
            name="file"
            accept=".csv,.tsv,.txt,text/csv"
            hint={t('file.hint')}
            error={errors.file}
            optional
          />
          <Button>{t('bring')}</Button>
          <p class="ui-small">{t('mailed')}</p>
        </form>
      )}
      <Section title={t('names')}>
        {rows.length === 0 ? (
          <Empty title={t('names.none')}>{t('names.none.text')}</Empty>
        ) : (
          <>
            <p>{t('names.text')}</p>
            <form method="post" action={eventPaths.elsewhereDrop(g, e)}>
              <ul class="events-guests">
                {rows.map(({ signup_id, name, party, source }) => (
                  <li key={signup_id}>
                    <span>
                      <bdi>{name || t('forgotten')}</bdi>
                      <span class="events-guest-facts">
                        {[party > 1 ? t('people', { n: party }) : '', source ? t('from', { source }) : '']
                          .filter(Boolean)
                          .join(' · ')}
                      </span>
                    </span>
                    {isAhead && (
                      <button
                        type="submit"
                        class="ui-textbutton"
                        name="signup_id"
                        value={signup_id}
                        aria-label={t('drop.name', { name })}
                      >
                        {t('drop')}
                      </button>
                    )}
                  </li>
                ))}
              </ul>
            </form>
          </>
        )}
      </Section>
    </Page>
  );
}
