// What this room hangs on lower rooms' pages: the ways to taking a group along and to bringing one in.
import { mayOwn } from '#groups';
import type { Panel } from '#kit/panels.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Section } from '#ui/section.tsx';
import { archivePaths } from './paths.ts';
import { words } from './words.ts';

/** Below a group's settings, for its owners. No statement. */
export const wayOut: Panel<'groups.settings'> = async (_db, view, { group, role }) => {
  const t = words(view.lang);
  if (!mayOwn(role)) return null;
  return (
    <Section title={t('leave.title')}>
      <p>{t('way_out.text')}</p>
      <ButtonLink href={archivePaths.leave(group)}>{t('way_out.button')}</ButtonLink>
    </Section>
  );
};
