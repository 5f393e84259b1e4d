// The keeper's page: what waits for them, how the server is doing, and the ways into what only they change.
import type { VNode } from 'preact';
import { groupPaths } from '#groups';
import { ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Facts, Figure, Figures } from '#ui/panel.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { KeeperFacts } from '../keeper-facts.ts';
import { sitePaths } from '../paths.ts';
import { type Say, words } from '../words.ts';

export type ServerFacts = { version: string; own_database: boolean; has_smtp: boolean; mail_per_hour: number };
type KeeperPageProps = {
  view: View;
  facts: KeeperFacts;
  server: ServerFacts;
  /** Hung by higher rooms: rows of what waits, and sections. */
  todo: VNode[];
  panels: VNode[];
};

export function KeeperPage({ view, facts, server, todo, panels }: KeeperPageProps) {
  const t = words(view.lang);
  const { claims, has_operator, mails_stuck, is_paused } = facts;
  const waits = claims > 0 || !has_operator || mails_stuck > 0 || is_paused || todo.length > 0;
  return (
    <Page view={view} title={t('keeper.title')}>
      <Masthead title={t('keeper.title')} />
      <Section title={t('keeper.todo')}>
        {waits ? <ToDo facts={facts} more={todo} t={t} /> : <p>{t('keeper.todo.none')}</p>}
      </Section>
      <Section title={t('keeper.here')}>
        <Figures>
          <Figure label={t('keeper.groups')} value={facts.groups}>
            {t('keeper.groups.more', { n: facts.unclaimed })}
          </Figure>
          <Figure label={t('keeper.evenings')} value={facts.evenings} />
          <Figure label={t('keeper.people')} value={facts.people}>
            {t('keeper.people.more')}
          </Figure>
          <Figure label={t('keeper.mails')} value={facts.mails_waiting}>
            {t(is_paused ? 'keeper.mails.paused' : 'keeper.mails.more')}
          </Figure>
        </Figures>
      </Section>
      {panels}
      <Section title={t('keeper.server')}>
        <Facts items={serverFacts(view, facts, server, t)} />
      </Section>
      <Section title={t('keeper.ways')}>
        <Rows>
          <Row title={t('keeper.way.texts')} href={sitePaths.texts()} />
          <Row title={t('keeper.way.claims')} href={groupPaths.claims()} />
          <Row title={t('keeper.way.groups')} href={sitePaths.groups()} />
        </Rows>
      </Section>
    </Page>
  );
}

function ToDo({ facts, more, t }: { facts: KeeperFacts; more: VNode[]; t: Say }) {
  return (
    <Rows>
      {facts.is_paused && (
        <Row
          title={t('keeper.paused')}
          action={<ButtonLink href={sitePaths.paused()}>{t('keeper.paused.button')}</ButtonLink>}
        >
          {t('keeper.paused.text')}
        </Row>
      )}
      {more}
      {!facts.has_operator && (
        <Row
          title={t('keeper.operator')}
          action={<ButtonLink href={sitePaths.texts()}>{t('keeper.operator.button')}</ButtonLink>}
        >
          {t('keeper.operator.text')}
        </Row>
      )}
      {facts.claims > 0 && (
        <Row
          title={t('keeper.claims', { n: facts.claims })}
          action={<ButtonLink href={groupPaths.claims()}>{t('keeper.claims.button')}</ButtonLink>}
        >
          {t('keeper.claims.text')}
        </Row>
      )}
      {facts.mails_stuck > 0 && <Row title={t('keeper.stuck', { n: facts.mails_stuck })}>{t('keeper.stuck.text')}</Row>}
    </Rows>
  );
}

function serverFacts(view: View, facts: KeeperFacts, server: ServerFacts, t: Say) {
  const database = server.own_database ? 'keeper.database.own' : 'keeper.database.other';
  return [
    { term: t('keeper.version'), detail: server.version },
    { term: t('keeper.database'), detail: t(database, { version: facts.postgres }) },
    { term: t('keeper.address'), detail: view.origin },
    {
      term: t('keeper.mail'),
      detail: server.has_smtp ? t('keeper.mail.smtp', { n: server.mail_per_hour }) : t('keeper.mail.kept'),
    },
  ];
}
