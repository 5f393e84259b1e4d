// What a file says, before anything is written: what it is taken for, each column with its meaning to correct, what would come in.
import type { Group } from '#groups';
import { sayDayOf } from '#kit/time.ts';
import { Button } from '#ui/button.tsx';
import { dot, dotted } from '#ui/dotted.ts';
import { Field, Select } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Actions, Masthead, Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { numberPaths } from '../paths.ts';
import { type Say, words } from '../words.ts';
import { type Chosen, columnField } from './history-forms.ts';
import type { Guess } from './map-columns.ts';
import { kinds, meanings } from './meanings.ts';
import { NoAddresses } from './no-addresses.tsx';
import type { FileTable } from './read-table.ts';
import type { Trouble, Understood } from './understand.ts';

type Props = {
  view: View;
  group: Group;
  file_id: string;
  file_name: string;
  table: FileTable;
  guess: Guess;
  chosen: Chosen;
  understood: Understood;
  /** Where people can come by themselves. */
  /** Where people join. */
  join_url: string;
  /** It was to be brought in, and something is missing. */
  isRefused: boolean;
};

export function PreviewPage(props: Props) {
  const { view, group, file_id, file_name, table, guess, chosen, understood, join_url, isRefused } = props;
  const t = words(view.lang);
  const action = numberPaths.historyFile(group.slug, file_id);
  const isNothing = understood.evenings.length === 0 && understood.contacts.length === 0;
  const dayError = understood.needs_day && isRefused ? t('refused.numbers.which_day') : undefined;
  return (
    <Page view={view} title={t('preview.title')} accent={group.color}>
      <Masthead over={<a href={numberPaths.history(group.slug)}>{t('history.title')}</a>} title={t('preview.title')}>
        <p>
          <bdi>{file_name}</bdi>
          {dot}
          {t('preview.rows', { n: table.rows.length })}
        </p>
        <p class="ui-lede">{guess.layout ? t('preview.known', { layout: guess.layout }) : t('preview.unknown')}</p>
      </Masthead>
      {!understood.has_addresses && chosen.kind !== 'counts' && <NoAddresses group={group} url={join_url} t={t} />}
      <form method="post" action={action}>
        <div class="numbers-choices">
          <Select
            label={t('preview.kind')}
            name="kind"
            value={chosen.kind}
            options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
          {chosen.kind !== 'people' && (
            <Field
              label={t('preview.day')}
              name="day"
              type="date"
              value={chosen.day}
              error={dayError}
              hint={t('preview.day.hint')}
            />
          )}
        </div>
        <Columns {...props} t={t} />
        <Actions>
          <Button kind="quiet" name="step" value="look">
            {t('preview.again')}
          </Button>
        </Actions>
        <Outcome {...props} t={t} />
        <Actions>
          {!isNothing && (
            <Button name="step" value="bring">
              {t('preview.bring')}
            </Button>
          )}
          <Button kind="quiet" name="step" value="drop">
            {t('preview.drop')}
          </Button>
        </Actions>
      </form>
      <p class="ui-soft">{t('preview.kept')}</p>
    </Page>
  );
}

type PartProps = Props & { t: Say };

/** Those in use at once; the rest, often thirty of them, behind a line. */
function Columns({ table, chosen, t }: PartProps) {
  const all = table.columns.map((name, place) => ({ name, place, meaning: chosen.mapping[name] ?? 'skip' }));
  const options = meanings.map((meaning) => ({ value: meaning, label: t(`meaning.${meaning}`) }));
  const field = ({ name, place, meaning }: (typeof all)[number]) => {
    const seen = table.rows
      .map(({ cells }) => cells[name] ?? '')
      .filter((cell) => cell !== '')
      .slice(0, 2);
    return (
      <Select
        key={place}
        label={name}
        name={columnField(place)}
        value={meaning}
        options={options}
        hint={seen.length > 0 ? seen.map((cell) => cell.slice(0, 40)).join(dot) : t('preview.empty')}
      />
    );
  };
  const used = all.filter(({ meaning }) => meaning !== 'skip');
  const rest = all.filter(({ meaning }) => meaning === 'skip');
  return (
    <Section title={t('preview.columns')}>
      <p class="ui-soft">{t('preview.columns.text')}</p>
      <div class="numbers-choices">{used.map(field)}</div>
      {rest.length > 0 && (
        <details open={used.length === 0}>
          <summary>{t('preview.rest', { n: rest.length })}</summary>
          <div class="numbers-choices">{rest.map(field)}</div>
        </details>
      )}
    </Section>
  );
}

function Outcome({ view, understood, chosen, t }: PartProps) {
  const { evenings, contacts, nameless, unknown_statuses, troubles, needs_day } = understood;
  return (
    <Section title={t('preview.outcome')}>
      {needs_day && <p>{t('preview.which_day')}</p>}
      {evenings.length > 0 && (
        <Table
          caption={t('preview.evenings', { n: evenings.length })}
          columns={[
            { key: 'day', label: t('past.day') },
            { key: 'signed_up', label: t('past.signed_up'), numeric: true },
            { key: 'came', label: t('past.came'), numeric: true },
          ]}
          rows={evenings.slice(-12).map(({ held_on, title, signed_up, came }) => ({
            key: held_on,
            cells: {
              day: dotted([sayDayOf(held_on, view.lang, 'date'), title]),
              signed_up,
              came: came ?? t('preview.uncounted'),
            },
          }))}
        />
      )}
      {chosen.kind !== 'counts' && <p>{t('preview.contacts', { n: contacts.length })}</p>}
      {nameless > 0 && understood.has_addresses && <p class="ui-soft">{t('preview.nameless', { n: nameless })}</p>}
      {unknown_statuses.length > 0 && <p>{t('preview.statuses', { words: unknown_statuses.join(', ') })}</p>}
      {evenings.length === 0 && contacts.length === 0 && <p>{t('preview.nothing')}</p>}
      <Troubles troubles={troubles} t={t} />
    </Section>
  );
}

const SHOWN = 20;

function Troubles({ troubles, t }: { troubles: readonly Trouble[]; t: Say }) {
  if (troubles.length === 0) return null;
  return (
    <details>
      <summary>{t('preview.troubles', { n: troubles.length })}</summary>
      <ul>
        {troubles.slice(0, SHOWN).map(({ line, why }) => (
          <li key={`${line} ${why}`}>{t(`trouble.${why}`, { line })}</li>
        ))}
        {troubles.length > SHOWN && <li>{t('preview.more_troubles', { n: troubles.length - SHOWN })}</li>}
      </ul>
    </details>
  );
}
