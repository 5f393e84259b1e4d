// Stickers side by side, as on the lid of a laptop.

import { groupPaths } from '#groups';
import { Sticker } from '#ui/sticker.tsx';
import type { ListedGroup } from '../find-groups.ts';

/** Groups by their stickers; each leads to its group. */
export function Lid({ label, groups }: { label: string; groups: readonly ListedGroup[] }) {
  return (
    <ul class="site-lid" aria-label={label}>
      {groups.map((group) => (
        <li key={group.group_id}>
          <a href={groupPaths.show(group)} title={group.name}>
            <Sticker name={group.name} color={group.color} src={groupPaths.mark(group)} />
            <span class="ui-unseen">{group.name}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Stickers of no group, for a lid that has none yet: only to look at. */
export function EmptyLid({ names }: { names: readonly string[] }) {
  return (
    <div class="site-lid" aria-hidden="true">
      {names.map((name) => (
        <span key={name}>
          <Sticker name={name} size="m" />
        </span>
      ))}
    </div>
  );
}
