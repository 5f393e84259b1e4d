// What this room's pages and its panel both say of an outlook.
import type { Lang } from '#kit/words.ts';
import type { Outlook } from './rules.ts';
import type { Say } from './words.ts';

/** "60–88", or one number where the range is one. */
export function sayRange({ p10, p90 }: Outlook['range'], lang: Lang): string {
  const number = new Intl.NumberFormat(lang);
  return p10 === p90 ? number.format(p10) : `${number.format(p10)}–${number.format(p90)}`;
}

/** A chance as people say it: "one evening in twenty". */
export function sayChance(chance: number, t: Say): string {
  if (chance < 0.005) return t('chance.hardly');
  if (chance > 0.42) return t('chance.half');
  return t('chance.one_in', { n: Math.max(2, Math.round(1 / chance)) });
}

/** Where the numbers come from: the group's own evenings, or what others reported. */
export const sayGround = ({ evenings }: Outlook, t: Say): string =>
  evenings === 0
    ? t('ground.prior')
    : evenings < 3
      ? t('ground.few', { n: evenings })
      : t('ground.own', { n: evenings });
