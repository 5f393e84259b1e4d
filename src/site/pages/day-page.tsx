// Everything on one day over all groups.
import { EventRow, type ListedEvent } from '#events';
import { sayDayOf } from '#kit/time.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Rows } from '#ui/list.tsx';
import { Empty } from '#ui/panel.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { Search } from '../forms.ts';
import { type Day, sayMonth } from '../month/calendar.ts';
import { sitePaths } from '../paths.ts';
import { words } from '../words.ts';

type DayPageProps = {
  view: View;
  day: Day;
  search: Pick<Search, 'q' | 'country'>;
  evenings: readonly ListedEvent[];
  next: string | null;
};

export function DayPage({ view, day, search, evenings, next }: DayPageProps) {
  const t = words(view.lang);
  const month = day.slice(0, 7);
  const title = sayDayOf(day, view.lang, 'day');
  const up = sitePaths.month(month, search);
  return (
    <Page view={view} title={title} head={<meta name="robots" content="noindex, follow" />}>
      <Masthead over={<a href={up}>{t('month.title', { month: sayMonth(month, view.lang) })}</a>} title={title} />
      {evenings.length > 0 ? (
        <Rows label={title}>
          {evenings.map((event) => (
            <EventRow key={event.event_id} view={view} event={event} withGroup isDaySaid />
          ))}
        </Rows>
      ) : (
        <Empty title={t('month.day.none')} action={<ButtonLink href={up}>{t('month.day.up')}</ButtonLink>} />
      )}
      {next && (
        <Actions>
          <ButtonLink href={sitePaths.month(day, { ...search, after: next })}>{t('evenings.more')}</ButtonLink>
        </Actions>
      )}
    </Page>
  );
}
