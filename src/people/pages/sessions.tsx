// Where a person is signed in, in words they recognise, and a button to end each.
import { instantOf, sayTime, sayZone } from '#kit/time.ts';
import { PostButton } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Crumb } from '#ui/panel.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { peoplePaths } from '../paths.ts';
import { words } from '../words.ts';

type Session = { session_id: string; browser: string; system: string; started_at: Date; seen_at: Date };
type SessionsPageProps = { view: View; sessions: Session[]; here: string };

export function SessionsPage({ view, sessions, here }: SessionsPageProps) {
  const t = words(view.lang);
  const zone = view.zone ?? 'UTC';
  const at = (moment: Date) => sayTime(instantOf(moment), zone, view.lang, 'stamp');
  return (
    <Page view={view} title={t('sessions.title')} width="narrow">
      <Masthead title={t('sessions.title')} over={<Crumb href={peoplePaths.me()}>{t('me.title')}</Crumb>}>
        <p class="ui-lede">{t('sessions.text')}</p>
      </Masthead>
      <Rows label={t('sessions.title')}>
        {sessions.map((session) => {
          const name = sayAgent(view, session);
          const isHere = session.session_id === here;
          return (
            <Row
              key={session.session_id}
              title={name}
              tag={isHere ? t('sessions.here') : undefined}
              action={
                isHere ? undefined : (
                  <PostButton
                    action={peoplePaths.sessions()}
                    kind="link"
                    fields={{ session_id: session.session_id }}
                    label={t('sessions.end_label', { name })}
                  >
                    {t('sessions.end')}
                  </PostButton>
                )
              }
            >
              {t('sessions.since', { started: at(session.started_at), seen: at(session.seen_at) })}
            </Row>
          );
        })}
      </Rows>
      <p class="ui-small">{t('sessions.clock', { clock: sayZone(zone, view.lang) })}</p>
      {sessions.length > 1 ? (
        <PostButton action={peoplePaths.sessions()} fields={{ session_id: 'others' }}>
          {t('sessions.end_others')}
        </PostButton>
      ) : (
        <p class="ui-soft">{t('sessions.only')}</p>
      )}
    </Page>
  );
}

/** "Firefox on Android" */
function sayAgent(view: View, { browser, system }: { browser: string; system: string }): string {
  const t = words(view.lang);
  if (browser && system) return t('sessions.agent', { browser, system });
  return browser || (system ? t('sessions.agent_on', { system }) : t('sessions.agent_unknown'));
}
