// What made a difference here: for each thing evenings differ by a picture, a sentence that says how sure it is, and the table.
import { weekdayName } from '#kit/time.ts';
import { Table } from '#ui/table.tsx';
import type { View } from '#ui/view.ts';
import { type Say, words } from '../words.ts';
import type { Kind } from './compare-rules.ts';
import type { Compared, GroupNumbers } from './group-rules.ts';
import { ShareChart } from './share-chart.tsx';

type Named = Kind<string> & { label: string };

/** One thing evenings differ by. */
export function Difference({ view, compared, back }: { view: View; compared: Compared; back: GroupNumbers['back'] }) {
  const t = words(view.lang);
  const { factor } = compared;
  const kinds = compared.kinds.map((kind): Named => ({ ...kind, label: nameOf(view, compared, kind) }));
  const [only] = kinds;
  return (
    <div class="numbers-difference">
      <h3>{t(`factor.${factor}`)}</h3>
      {kinds.length > 1 ? (
        <>
          <p>{sayDifference(compared, kinds, t)}</p>
          <ShareChart kinds={kinds} says={t('factor.says', { what: t(`factor.${factor}`) })} />
          <details>
            <summary>{t('year.table')}</summary>
            <DifferenceTable factor={t(`factor.${factor}`)} kinds={kinds} t={t} />
          </details>
        </>
      ) : (
        <p class="ui-soft">{only ? t('factor.one', { kind: only.label, n: only.evenings }) : t('factor.none')}</p>
      )}
      {factor === 'asked' && back && (
        <p class="ui-soft">
          {t('factor.asked.back', { n: back.after, evenings: back.evenings, else: Math.round(back.else_a_day) })}
        </p>
      )}
    </div>
  );
}

function nameOf({ lang }: View, { factor }: Compared, { kind }: Kind<string>): string {
  const t = words(lang);
  if (factor === 'weekday') return weekdayName(Number(kind), lang);
  if (factor === 'posture') return t(`posture.${kind as 'free'}`);
  return t(`factor.${factor}.${kind}` as 'factor.asked.yes');
}

/** The surest thing first; and where nothing is sure, that. */
function sayDifference({ factor }: Compared, kinds: readonly Named[], t: Say): string {
  const sure = kinds.find(({ sure }) => sure === 'more') ?? kinds.find(({ sure }) => sure === 'fewer');
  if (sure?.apart) {
    const [least, most] = [sure.apart.low, sure.apart.high]
      .map((share) => Math.abs(Math.round(share * 100)))
      .sort((a, b) => a - b);
    const says = { kind: sure.label, least: Math.max(1, least ?? 0), most: most ?? 0 };
    return sure.sure === 'more' ? t('factor.more', says) : t('factor.fewer', says);
  }
  const looked = kinds.find(({ apart }) => apart !== null);
  if (!looked?.apart) return t('factor.few');
  if (kinds.length > 2) return t(factor === 'weekday' ? 'factor.no_day' : 'factor.none_sure');
  const { low, high } = looked.apart;
  return t('factor.chance', { kind: looked.label, fewer: Math.round(-low * 100), more: Math.round(high * 100) });
}

function DifferenceTable({ factor, kinds, t }: { factor: string; kinds: readonly Named[]; t: Say }) {
  return (
    <Table
      caption={factor}
      captionHidden
      columns={[
        { key: 'kind', label: factor },
        { key: 'evenings', label: t('table.evenings'), numeric: true },
        { key: 'share', label: t('table.share'), numeric: true },
        { key: 'between', label: t('table.between'), numeric: true },
        { key: 'apart', label: t('table.apart'), numeric: true },
      ]}
      rows={kinds.map(({ kind, label, evenings, share, low, high, apart }) => ({
        key: kind,
        cells: {
          kind: label,
          evenings,
          share: percent(share),
          between: `${percent(low)}–${percent(high)}`,
          apart: apart ? t('table.apart.range', { low: signed(apart.low), high: signed(apart.high) }) : t('table.few'),
        },
      }))}
    />
  );
}

const percent = (share: number): number => Math.round(share * 100);
const signed = (share: number): string => {
  const n = percent(share);
  return n < 0 ? `−${-n}` : `+${n}`;
};
