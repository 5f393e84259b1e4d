// The organisers' page of sign-ups made elsewhere: bring a list, see who came by name only, take one off.
import { Button } from '#ui/button.tsx';
import { dotted } from '#ui/dotted.ts';
import { Checkbox, Field, FileField, TextArea } from '#ui/field.tsx';
import { fieldsOf } from '#ui/fields-of.ts';
import { Page } from '#ui/layout.tsx';
import { Empty, Panel } from '#ui/panel.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import type { ElsewhereRow } from './elsewhere.ts';
import type { Pair } from './likely-pairs.ts';
import { elsewhereWords } from './words.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  rows: ElsewhereRow[];
  /** Names that may be a guest who signed up here later. */
  pairs: readonly Pair[];
  /** False: it is over or called off, and nobody is added any more. */
  isAhead: boolean;
  values?: Record<string, string> | undefined;
  errors?: Record<string, string> | undefined;
  /** How many of the list were left out, because their names are here. */
  alike?: number | undefined;
};

export function ElsewherePage({ view, shown, rows, pairs, isAhead, values = {}, errors = {}, alike = 0 }: Props) {
  const t = elsewhereWords(view.lang);
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  const { of } = fieldsOf(values, errors);
  const pairOf = (row: ElsewhereRow) => pairs.find(({ signup_id }) => signup_id === row.signup_id);
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
      <Section title={t('names')} id="names">
        {rows.length === 0 ? (
          <Empty title={t('names.none')}>{t('names.none.text')}</Empty>
        ) : (
          <>
            <p>{t('names.text')}</p>
            <form method="post" action={eventPaths.elsewhereDrop(g, e)}>
              <ul class="events-guests">
                {/* What is to be decided stands first. */}
                {[...rows]
                  .sort((a, b) => Number(!pairOf(a)) - Number(!pairOf(b)))
                  .map((row) => (
                    <Name key={row.signup_id} row={row} pair={pairOf(row)} isAhead={isAhead} t={t} />
                  ))}
              </ul>
            </form>
          </>
        )}
      </Section>
    </Page>
  );
}

type NameProps = { row: ElsewhereRow; pair: Pair | undefined; isAhead: boolean; t: ReturnType<typeof elsewhereWords> };

function Name({ row: { signup_id, name, party, source }, pair, isAhead, t }: NameProps) {
  const people = (n: number) => (n > 1 ? t('people', { n }) : '');
  return (
    <li>
      <span>
        <bdi>{name || t('forgotten')}</bdi>
        <span class="events-guest-facts">{dotted([people(party), source ? t('from', { source }) : ''])}</span>
        {pair && isAhead && (
          <span>
            {t('same')} {dotted([t('same.guest', { name: pair.guest }), people(pair.party)])}
          </span>
        )}
      </span>
      {isAhead && (
        <button
          type="submit"
          class="ui-textbutton"
          name="signup_id"
          value={signup_id}
          aria-label={pair ? t('same.join.name', { name }) : t('drop.name', { name })}
        >
          {t(pair ? 'same.join' : 'drop')}
        </button>
      )}
    </li>
  );
}
