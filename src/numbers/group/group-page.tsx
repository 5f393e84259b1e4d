// A group's numbers: how many of those who sign up come, how good the forecasts were, what made a difference here.
import { type Group, groupPaths } from '#groups';
import { instantOf, sayTime } from '#kit/time.ts';
import { ButtonLink } from '#ui/button.tsx';
import { dot } from '#ui/dotted.ts';
import { Page } from '#ui/layout.tsx';
import { Empty, Facts, Figure, Figures } from '#ui/panel.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { LastYear } from '../pages/last-year.tsx';
import { numberPaths } from '../paths.ts';
import { type Say, words } from '../words.ts';
import { CalibrationChart } from './calibration-chart.tsx';
import { Difference } from './compared.tsx';
import { CurveChart } from './curve-chart.tsx';
import { headsAt } from './curve-rules.ts';
import type { GroupNumbers } from './group-rules.ts';

type Props = { view: View; group: Group; numbers: GroupNumbers };

export function GroupNumbersPage({ view, group, numbers }: Props) {
  const t = words(view.lang);
  const n = numbers.evenings.length;
  return (
    <Page view={view} title={t('group.title')} accent={group.color}>
      <Masthead over={<a href={groupPaths.show(group)}>{group.name}</a>} title={t('group.title')}>
        <p>{n === 0 ? t('group.lede.none') : t('group.lede', { n })}</p>
      </Masthead>
      {n === 0 ? <Nothing group={group} t={t} /> : <Spoken view={view} group={group} numbers={numbers} t={t} />}
      <Curves view={view} numbers={numbers} t={t} />
      <WhoComes numbers={numbers} t={t} />
      <Eaten numbers={numbers} t={t} />
      {n > 0 && (
        <Section title={t('group.take')}>
          <p>
            <a href={numberPaths.groupCsv(group.slug)} download>
              {t('year.csv')}
            </a>{' '}
            {dot}
            <a href={numberPaths.past(group.slug)}>{t('past.link')}</a> ·{' '}
            <a href={numberPaths.history(group.slug)}>{t('history.link')}</a>
          </p>
        </Section>
      )}
    </Page>
  );
}

type Piece = { view: View; group: Group; numbers: GroupNumbers; t: Say };

function Nothing({ group, t }: { group: Group; t: Say }) {
  return (
    <Empty
      title={t('group.none')}
      action={
        <>
          <ButtonLink href={numberPaths.past(group.slug)} kind="main">
            {t('past.link')}
          </ButtonLink>
          <ButtonLink href={numberPaths.history(group.slug)}>{t('history.link')}</ButtonLink>
        </>
      }
    >
      {t('group.none.text')}
    </Empty>
  );
}

function Spoken({ view, group, numbers, t }: Piece) {
  const { compared, left_out, back } = numbers;
  return (
    <>
      <Headline numbers={numbers} t={t} />
      <div class="numbers-pair">
        <LastYear view={view} year={numbers.year} past={numberPaths.past(group.slug)} />
        {numbers.calibration.judged.length > 0 && <HowGood numbers={numbers} t={t} />}
      </div>
      <Section title={t('factor.title')}>
        <p class="ui-soft">
          {t('factor.text')} {left_out > 0 && t('factor.left_out', { n: left_out })}
        </p>
        <div class="numbers-differences">
          {compared.map((one) => (
            <Difference key={one.factor} view={view} compared={one} back={back} />
          ))}
        </div>
      </Section>
    </>
  );
}

function Headline({ numbers: { share, usual, calibration }, t }: Pick<Piece, 'numbers' | 't'>) {
  const percent = (part: number) => Math.round(part * 100);
  return (
    <Figures>
      {share && (
        <Figure label={t('group.share')} value={percent(share.share)} unit={t('group.share.unit')}>
          {share.evenings < 3
            ? t('group.share.few', { n: share.evenings })
            : t('group.share.text', { n: share.evenings, low: percent(share.low), high: percent(share.high) })}
        </Figure>
      )}
      {usual && (
        <Figure label={t('group.usual')} value={usual.low === usual.high ? usual.low : `${usual.low}–${usual.high}`}>
          {usual.is_all ? t('group.usual.all', { n: usual.evenings }) : t('group.usual.text', { n: usual.evenings })}
        </Figure>
      )}
      {calibration.judged.length > 0 && (
        <Figure
          label={t('group.held')}
          value={t('group.held.value', { hits: calibration.hits, all: calibration.judged.length })}
        >
          {t(`group.held.${calibration.verdict}`)}
        </Figure>
      )}
    </Figures>
  );
}

function HowGood({ numbers: { calibration }, t }: Pick<Piece, 'numbers' | 't'>) {
  const { judged, hits, below, above } = calibration;
  return (
    <Section title={t('good')}>
      <p class="ui-soft">{t('good.text', { hits, all: judged.length, below, above })}</p>
      <CalibrationChart
        judged={judged}
        says={t('good.says')}
        fewer={t('good.fewer')}
        more={t('good.more')}
        middle={t('good.middle')}
      />
    </Section>
  );
}

/** Nothing where nobody noted an order. */
function Eaten({ numbers: { eaten }, t }: Pick<Piece, 'numbers' | 't'>) {
  if (eaten === null) return null;
  return (
    <Section title={t('meal.title')}>
      <p>{t('eaten.group', { n: eaten.evenings, eaten: Math.round(eaten.share * 100) })}</p>
    </Section>
  );
}

/** Days before the start that the table names. */
const daysNamed = [14, 7, 3, 1, 0] as const;

function Curves({ view, numbers, t }: { view: View; numbers: GroupNumbers; t: Say }) {
  const curves = numbers.curves.filter(({ points }) => points.some(({ heads }) => heads > 0));
  if (curves.length === 0) return null;
  const ahead = curves.filter((one) => one.is_ahead);
  return (
    <Section title={t('curve')}>
      <p class="ui-soft">
        {t('curve.text', { n: curves.length - ahead.length })} {ahead.length > 0 && t('curve.ahead')}
      </p>
      <CurveChart
        curves={curves}
        says={t('curve.says')}
        start={t('curve.start')}
        days={(n) => t('curve.days', { n })}
      />
      <details>
        <summary>{t('year.table')}</summary>
        <Table
          caption={t('curve')}
          captionHidden
          columns={[
            { key: 'evening', label: t('table.evening') },
            ...daysNamed.map((n) => ({
              key: String(n),
              label: n === 0 ? t('curve.start') : t('curve.days', { n }),
              numeric: true,
            })),
          ]}
          rows={curves.toReversed().map((curve) => ({
            key: curve.event_id,
            cells: {
              evening: `${sayTime(instantOf(new Date(curve.starts_at)), curve.zone, view.lang, 'date')}${dot}${curve.title}`,
              ...Object.fromEntries(daysNamed.map((n) => [String(n), headsAt(curve, n) ?? '–'])),
            },
          }))}
        />
      </details>
    </Section>
  );
}

function WhoComes({ numbers: { who, waitlist }, t }: Pick<Piece, 'numbers' | 't'>) {
  if (who.people === 0) return null;
  const percent = (part: number, all: number) => Math.round((100 * part) / all);
  return (
    <Section title={t('who')}>
      <Facts
        items={[
          { term: t('who.new'), detail: t('who.new.text', { share: percent(who.first_time, who.seats) }) },
          { term: t('who.again'), detail: t('who.again.text', { n: who.came_again, all: who.people }) },
          {
            term: t('who.waited'),
            detail:
              waitlist.waited === 0
                ? t('who.waited.none')
                : t('who.waited.text', { n: waitlist.promoted, all: waitlist.waited }),
          },
        ]}
      />
    </Section>
  );
}
