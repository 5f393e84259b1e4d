// One group in the directory: its sticker, where it is, and how it is doing, said as it is.
import { groupPaths } from '#groups';
import { instantOf, sayTime } from '#kit/time.ts';
import { dotted } from '#ui/dotted.ts';
import { Row } from '#ui/list.tsx';
import { Sticker } from '#ui/sticker.tsx';
import type { View } from '#ui/view.ts';
import { countryName } from '../countries.ts';
import type { ListedGroup } from '../find-groups.ts';
import { pulseOf } from '../rules.ts';
import { words } from '../words.ts';

export function GroupRow({ view, group }: { view: View; group: ListedGroup }) {
  const t = words(view.lang);
  const facts = dotted([sayPlace(group, view), sayPulse(group, view)]);
  return (
    <Row
      title={<bdi>{group.name}</bdi>}
      href={groupPaths.show(group)}
      mark={<Sticker size="s" name={group.name} color={group.color} src={groupPaths.mark(group)} />}
      tag={group.state === 'unclaimed' ? t('groups.unclaimed') : undefined}
    >
      {facts}
    </Row>
  );
}

/** "Osaka, Japan"; the country once. */
function sayPlace({ place, country }: ListedGroup, { lang }: View): string {
  const name = country ? countryName(country, lang) : '';
  const english = country ? countryName(country, 'en') : '';
  const said = [name, english].some((one) => one !== '' && place.toLowerCase().includes(one.toLowerCase()));
  return [place, said ? '' : name].filter(Boolean).join(', ');
}

function sayPulse(group: ListedGroup, view: View): string {
  const t = words(view.lang);
  const pulse = pulseOf(group, view.now);
  const at = group.next_at ?? group.last_at;
  if (pulse === 'unknown' || !at) return '';
  const style = pulse === 'coming' ? 'short' : 'month';
  return t(`pulse.${pulse}`, { when: sayTime(instantOf(at), group.at_zone ?? group.zone, view.lang, style) });
}
