// How to get in, and what to expect there.
import { groupPaths } from '#groups';
import { Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { AccessFacts } from '#venues';
import type { ShownEvent } from '../queries.ts';
import { arrivalOf } from '../say-event.ts';
import type { Say } from '../words.ts';

/** What the venue says and what organisers wrote for this evening, line by line. */
export function GettingIn({ shown, t }: { shown: ShownEvent; t: Say }) {
  const arrival = arrivalOf(shown.event);
  if (!arrival) return null;
  return (
    <Section title={t('page.arrival')} id="arrival">
      <p class="events-lines" lang={shown.event.language}>
        {arrival}
      </p>
    </Section>
  );
}

/** What the venue says; about the rest one asks the group's contacts. */
export function Accessibility({ view, shown, t }: { view: View; shown: ShownEvent; t: Say }) {
  const { event, group } = shown;
  if (!event.venue_told || event.kind === 'online') return null;
  const { access, access_note } = event.venue_told;
  const href = group.conduct_version === null ? groupPaths.show(group) : groupPaths.conduct(group);
  return (
    <Section title={t('page.access')} id="access">
      <AccessFacts lang={view.lang} access={access} note={access_note} ask={{ href }} />
    </Section>
  );
}
