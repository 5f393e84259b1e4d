// One's own record: which evenings one had a seat at, what became of each, who else knows, and for how long.
import { groupPaths } from '#groups';
import { instantOf, sayTime } from '#kit/time.ts';
import { peoplePaths } from '#people';
import { dot } from '#ui/dotted.ts';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Empty } from '#ui/panel.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import { Sticker } from '#ui/sticker.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { Reader, RecordedEvening } from './my-record.ts';
import { recordWords, type SayRecord } from './words.ts';

type Props = { view: View; evenings: RecordedEvening[]; readers: Reader[] };

export function RecordPage({ view, evenings, readers }: Props) {
  const t = recordWords(view.lang);
  return (
    <Page view={view} title={t('title')}>
      <Masthead over={<a href={peoplePaths.me()}>{t('me')}</a>} title={t('title')}>
        <p>{t('lede')}</p>
      </Masthead>
      {evenings.length === 0 ? (
        <Empty title={t('none')}>{t('none.text')}</Empty>
      ) : (
        <Rows label={t('title')}>
          {evenings.map((evening, at) => (
            <Evening key={evening.event_id} view={view} evening={evening} odd={at % 2 === 1} t={t} />
          ))}
        </Rows>
      )}
      <WhoElse readers={readers} t={t} />
      <Section title={t('stays')}>
        <p>
          {t('stays.text')} <a href={peoplePaths.export()}>{t('stays.export')}</a>{' '}
          <a href={peoplePaths.erase()}>{t('stays.erase')}</a>
        </p>
      </Section>
    </Page>
  );
}

type EveningProps = { view: View; evening: RecordedEvening; odd: boolean; t: SayRecord };

function Evening({ view, evening, odd, t }: EveningProps) {
  const { group, slug, starts_at, zone } = evening;
  return (
    <Row
      when={sayTime(instantOf(starts_at), zone, view.lang, 'date')}
      title={<span lang={group.language}>{evening.title}</span>}
      href={eventPaths.show(group.slug, slug)}
      mark={<Sticker size="s" name={group.name} color={group.color} src={groupPaths.mark({ ...group })} odd={odd} />}
    >
      {group.name}
      {dot}
      {t(`outcome.${evening.outcome}`)}
    </Row>
  );
}

/** By group, in numbers: a promise that only some see it is worth more when it says how many. */
function WhoElse({ readers, t }: { readers: Reader[]; t: SayRecord }) {
  if (readers.length === 0) return null;
  return (
    <Section title={t('who')}>
      <p>{t('who.text')}</p>
      <Rows label={t('who')}>
        {readers.map(({ group, organisers }) => (
          <Row key={group.group_id} title={group.name} href={groupPaths.show(group)}>
            {t('who.organisers', { n: organisers })}
          </Row>
        ))}
      </Rows>
      <p class="ui-soft">{t('who.wrong')}</p>
    </Section>
  );
}
