// The page a reminder's buttons open: whose seat it is, whether that is who reads it, and only then the two answers.
import { groupPaths } from '#groups';
import { Button } from '#ui/button.tsx';
import { dot } from '#ui/dotted.ts';
import { Page } from '#ui/layout.tsx';
import { Panel } from '#ui/panel.tsx';
import { Masthead } from '#ui/section.tsx';
import { Sticker } from '#ui/sticker.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { Event, EventGroup } from '../queries.ts';
import { sayWhen, sayWhere } from '../say-event.ts';
import { words } from '../words.ts';
import type { Leaning } from './still-link.ts';
import { reminderWords, type SayReminder } from './words.ts';

/** Where the one whose link it is stands. `released`: they gave the seat back and may think again. */
export type Standing =
  | { is: 'going'; confirmed: boolean }
  | { is: 'waitlisted'; rank: number }
  /** `again`: what taking a seat again would bring now; `no` when sign-up has closed. */
  | { is: 'released'; again: 'seat' | 'waitlist' | 'no' }
  | { is: 'none' }
  | { is: 'over' }
  | { is: 'cancelled' };

type Props = {
  view: View;
  event: Event;
  group: EventGroup;
  /** Of the one whose seat it is; '' when they never said. */
  name: string;
  /** Signed in as that very person: nothing to ask. */
  isViewer: boolean;
  standing: Standing;
  leaning: Leaning;
  action: string;
  /** When their place last changed: what is pressed counts for this place alone. */
  since: Date | null;
  /** What was pressed no longer fits what is. */
  isStale: boolean;
};

export function StillPage(props: Props) {
  const { view, event, group, standing, isStale } = props;
  const t = reminderWords(view.lang);
  const say = words(view.lang);
  const title = titleOf(props, t);
  return (
    <Page view={view} title={title} accent={group.color} width="form">
      <Masthead
        sticker={<Sticker size="m" name={group.name} color={group.color} src={groupPaths.mark(group)} />}
        over={<a href={groupPaths.show(group)}>{group.name}</a>}
        title={event.title}
        lang={event.language}
      >
        <p>
          {sayWhen(event, view.lang)}
          {dot}
          {sayWhere(event, say)}
        </p>
      </Masthead>
      <Panel title={title}>
        {isStale && <p role="status">{t('still.stale')}</p>}
        <Asked {...props} t={t} />
      </Panel>
      {(standing.is === 'going' || standing.is === 'waitlisted') && !props.isViewer && (
        <p class="ui-small">
          {t('still.not_you')} <a href={eventPaths.show(group.slug, event.slug)}>{t('page')}</a>
        </p>
      )}
    </Page>
  );
}

function titleOf(props: Props, t: SayReminder): string {
  const { isViewer, standing } = props;
  switch (standing.is) {
    case 'going':
      if (standing.confirmed) return t('still.confirmed.title');
      return isViewer ? t('still.going.title.own') : named(props, t, 'still.going.title');
    case 'waitlisted':
      return isViewer ? t('waiting.heading', { rank: standing.rank }) : named(props, t, 'still.waiting.title');
    case 'released':
      return t('still.released.title');
    default:
      return t(`still.${standing.is}.title`);
  }
}

type Named = 'still.going.title' | 'still.question' | 'still.yes' | 'still.no' | 'still.confirmed.text';
type NamedInLine = 'still.waiting.title' | 'still.waiting.question';

/** Whose it is by name; somebody without one is whoever the mail was sent to. */
function named({ name, standing }: Props, t: SayReminder, key: Named | NamedInLine): string {
  const rank = standing.is === 'waitlisted' ? standing.rank : 0;
  return t(name === '' ? `${key}.nameless` : key, { name, rank });
}

function Asked(props: Props & { t: SayReminder }) {
  const { event, group, isViewer, standing, leaning, t } = props;
  const page = (
    <p>
      <a href={eventPaths.show(group.slug, event.slug)}>{t('page')}</a>
    </p>
  );
  switch (standing.is) {
    case 'going': {
      const no = { act: 'release', label: isViewer ? t('cannot') : named(props, t, 'still.no') };
      if (standing.confirmed)
        return (
          <>
            <p>{named(props, t, 'still.confirmed.text')}</p>
            <Answers {...props} answers={[{ ...no, main: false }]} />
          </>
        );
      const yes = { act: 'confirm', label: isViewer ? t('still') : named(props, t, 'still.yes') };
      const [first, second] = leaning === 'yes' ? [yes, no] : [no, yes];
      return (
        <>
          <p>{isViewer ? t('still.question.own') : named(props, t, 'still.question')}</p>
          <Answers
            {...props}
            answers={[
              { ...first, main: true },
              { ...second, main: false },
            ]}
          />
        </>
      );
    }
    case 'waitlisted':
      return (
        <>
          <p>{isViewer ? t('want.stay') : named(props, t, 'still.waiting.question')}</p>
          <Answers {...props} answers={[{ act: 'release', label: t('leave'), main: leaning === 'no' }]} />
        </>
      );
    case 'released':
      return (
        <>
          <p>{t(`still.released.${standing.again}`)}</p>
          {standing.again === 'seat' && (
            <Answers {...props} answers={[{ act: 'again', label: t('still.again'), main: false }]} />
          )}
          {page}
        </>
      );
    default:
      return (
        <>
          <p>{t(`still.${standing.is}.text`)}</p>
          {page}
        </>
      );
  }
}

type Answer = { act: string; label: string; main: boolean };

/** One form, so that what is pressed is what is sent. */
function Answers({ action, since, answers }: Props & { answers: Answer[] }) {
  return (
    <form class="ui-form" method="post" action={action}>
      {since && <input type="hidden" name="since" value={String(since.getTime())} />}
      <div class="ui-actions">
        {answers.map(({ act, label, main }) => (
          <Button key={act} name="act" value={act} kind={main ? 'main' : 'quiet'}>
            {label}
          </Button>
        ))}
      </div>
    </form>
  );
}
