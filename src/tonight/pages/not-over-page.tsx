// Stands where an evening that still goes on will have something to note, or somebody to thank.
import { eventPaths, type ShownEvent } from '#events';
import { instantOf, sayTime } from '#kit/time.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Empty } from '#ui/panel.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { words } from '../words.ts';

type Props = { view: View; shown: ShownEvent; what: 'morning' | 'thanks' };

export function NotOverPage({ view, shown: { event, group }, what }: Props) {
  const t = words(view.lang);
  const back = eventPaths.manage(group.slug, event.slug);
  const until = sayTime(instantOf(event.ends_at), event.zone, view.lang, 'moment');
  return (
    <Page view={view} title={t(`${what}.title`)} accent={group.color} width="form">
      <Masthead over={<a href={back}>{event.title}</a>} title={t(`${what}.title`)} />
      <Empty
        title={t('morning.not_over', { until })}
        action={<ButtonLink href={back}>{t('morning.not_over.back')}</ButtonLink>}
      >
        {t(`${what}.not_over.text`)}
      </Empty>
    </Page>
  );
}
