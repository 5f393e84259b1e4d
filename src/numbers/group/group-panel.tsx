// What this room hangs above a group's page for its organisers: the way to its numbers.
import { mayOrganise } from '#groups';
import type { Panel } from '#kit/panels.ts';
import { ButtonLink } from '#ui/button.tsx';
import { numberPaths } from '../paths.ts';
import { words } from '../words.ts';

/** No statement. */
export const groupNumbersPanel: Panel<'groups.organiser'> = async (_db, view, { group, role }) => {
  if (!mayOrganise(role)) return null;
  return <ButtonLink href={numberPaths.group(group.slug)}>{words(view.lang)('group.title')}</ButtonLink>;
};
