// Why the forecast says so: heads per reason, which add up to its middle.
import { Section } from '#ui/section.tsx';
import type { Outlook } from '../rules.ts';
import type { Say } from '../words.ts';

/** `seats`: how many have one, or would if all are taken (`isAll`). */
export function Reasons({ outlook, seats, isAll, t }: { outlook: Outlook; seats: number; isAll: boolean; t: Say }) {
  const n = (reason: string) => (reason === 'usual' ? seats : reason === 'more' ? outlook.more : 0);
  return (
    <div class="numbers-why">
      <Section title={t('why')}>
        <table class="numbers-reasons">
          <tbody>
            {outlook.reasons.map(({ reason, heads }, i) => (
              <tr key={reason}>
                <th scope="row">
                  {reason === 'usual' && isAll ? t('why.all', { n: seats }) : t(`why.${reason}`, { n: n(reason) })}
                </th>
                <td>{i === 0 || heads < 0 ? sign(heads) : `+${heads}`}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('why.together')}</th>
              <td>{outlook.range.p50}</td>
            </tr>
          </tfoot>
        </table>
        <p class="ui-soft">{t('why.spread')}</p>
      </Section>
    </div>
  );
}

/** A minus that is as wide as a plus. */
const sign = (heads: number): string => (heads < 0 ? `−${-heads}` : String(heads));
