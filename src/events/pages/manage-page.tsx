// The organisers' page of an evening: where it stands, the one next step, the numbers, and everything else below.
import type { VNode } from 'preact';
import { groupPaths } from '#groups';
import type { MailProgress } from '#kit/mail/index.ts';
import { ButtonLink, PostButton } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Figure, Panel } from '#ui/panel.tsx';
import { Actions, Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { GuestCounts } from '../guest-list.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { stateAt } from '../rules.ts';
import { sayMoment, sayWhen } from '../say-event.ts';
import { type Say, words } from '../words.ts';

export type MailLine = { kind: 'announced' | 'opened' | 'cancelled'; progress: MailProgress };
type Props = { view: View; shown: ShownEvent; counts: GuestCounts; mails: MailLine[]; panels: VNode[] };

export function ManagePage({ view, shown, counts, mails, panels }: Props) {
  const t = words(view.lang);
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  const state = stateAt(event, view.now);
  const isAhead = state !== 'done' && state !== 'cancelled';
  return (
    <Page view={view} title={event.title} accent={group.color}>
      <Masthead over={<a href={groupPaths.show(group)}>{group.name}</a>} title={event.title} lang={event.language}>
        <p>
          {sayWhen(event, view.lang)} · {t(`state.${state}`)} · <a href={eventPaths.show(g, e)}>{t('manage.public')}</a>
        </p>
      </Masthead>
      <NextStep view={view} shown={shown} t={t} />
      <div class="events-figures">
        <Figure label={t('manage.going')} value={counts.heads}>
          {t('manage.going.text', { cap: shown.counts.cap })}{' '}
          {event.room_capacity !== null && t('manage.room', { n: event.room_capacity })}
        </Figure>
        <Figure label={t('manage.waiting')} value={counts.waitlisted}>
          {t('manage.waiting.text', { n: counts.waitlisted })}
        </Figure>
        {state === 'announced' && (
          <Figure label={t('manage.interested')} value={counts.interested}>
            {t('manage.interested.text')}
          </Figure>
        )}
      </div>
      {panels}
      <Section title={t('manage.todo')}>
        <Rows>
          <Row title={t('manage.guests')} href={eventPaths.guests(g, e)} />
          {isAhead && counts.going > 0 && <Row title={t('manage.mail')} href={eventPaths.guestsMail(g, e)} />}
          {isAhead && <Row title={t('manage.edit')} href={eventPaths.edit(g, e)} />}
          {isAhead && <Row title={t('manage.agenda')} href={eventPaths.agenda(g, e)} />}
          {isAhead && <Row title={t('manage.cap')} href={eventPaths.cap(g, e)} />}
        </Rows>
      </Section>
      <Mails mails={mails} t={t} />
      {isAhead && (
        <Actions>
          {state === 'open' && <PostButton action={eventPaths.close(g, e)}>{t('manage.close')}</PostButton>}
          <ButtonLink href={eventPaths.cancel(g, e)}>
            {t(state === 'draft' ? 'manage.discard' : 'manage.cancel')}
          </ButtonLink>
        </Actions>
      )}
    </Page>
  );
}

function NextStep({ view, shown, t }: { view: View; shown: ShownEvent; t: Say }) {
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  const state = stateAt(event, view.now);
  const opens = sayMoment(event.opens_at, event, view.lang);
  switch (state) {
    case 'draft': {
      const opensAtOnce = event.opens_at.getTime() <= view.now.epochMilliseconds;
      return (
        <Panel
          over={t('manage.next')}
          title={t('manage.draft')}
          action={
            <PostButton action={eventPaths.announce(g, e)} kind="main">
              {t('manage.draft')}
            </PostButton>
          }
        >
          <p>{opensAtOnce ? t('manage.draft.open') : t('manage.draft.text', { when: opens })}</p>
        </Panel>
      );
    }
    case 'announced':
      return (
        <Panel
          over={t('manage.next')}
          title={t('manage.announced')}
          action={<PostButton action={eventPaths.open(g, e)}>{t('manage.announced.now')}</PostButton>}
        >
          <p>{t('manage.announced.text', { when: opens })}</p>
        </Panel>
      );
    case 'open':
      return (
        <Panel title={t('manage.open')}>
          <p>{t('manage.open.text', { when: sayMoment(event.closes_at, event, view.lang) })}</p>
        </Panel>
      );
    case 'closed':
      return (
        <Panel
          title={t('manage.closed')}
          action={
            event.stage === 'closed' ? (
              <PostButton action={eventPaths.open(g, e)}>{t('manage.closed.reopen')}</PostButton>
            ) : undefined
          }
        >
          <p>{t('manage.closed.text')}</p>
        </Panel>
      );
    case 'live':
      return <Panel title={t('manage.live')} />;
    case 'done':
      return (
        <Panel
          title={t('manage.done')}
          action={
            <ButtonLink href={eventPaths.start(g)} kind="main">
              {t('manage.done.next')}
            </ButtonLink>
          }
        >
          <p>{t('manage.done.text')}</p>
        </Panel>
      );
    case 'cancelled':
      return (
        <Panel title={t('manage.cancelled')}>
          <p>{event.cancelled_why || t('manage.cancelled.text')}</p>
        </Panel>
      );
  }
}

function Mails({ mails, t }: { mails: MailLine[]; t: Say }) {
  const sent = mails.filter(({ progress }) => progress.waiting + progress.sent + progress.failed > 0);
  if (sent.length === 0) return null;
  return (
    <Section title={t('manage.mails')}>
      <Rows>
        {sent.map(({ kind, progress }) => (
          <Row key={kind} title={t(`manage.mails.${kind}`)}>
            {t('manage.mails.progress', {
              sent: progress.sent,
              all: progress.sent + progress.waiting + progress.failed,
            })}
            {progress.failed > 0 && ` · ${t('manage.mails.failed', { n: progress.failed })}`}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}
