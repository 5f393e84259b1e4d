// Three ways to a new evening: like last time, from a template, blank. The best one first, and raised.
import { eventPaths } from '#events';
import { type Group, groupPaths } from '#groups';
import { instantOf, sayTime } from '#kit/time.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Panel, Tag } from '#ui/panel.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { seasonPaths } from '../paths.ts';
import type { LastEvening, OwnTemplate } from '../starting-points.ts';
import type { Template } from '../templates/shipped.ts';
import { words } from '../words.ts';

type Props = {
  view: View;
  group: Group;
  last: LastEvening | null;
  own: readonly OwnTemplate[];
  /** The first one is for a first evening. */
  shipped: readonly Template[];
};

export function ChoosePage({ view, group, last, own, shipped }: Props) {
  const t = words(view.lang);
  const [first, ...others] = shipped;
  const series = last
    ? seasonPaths.seriesLike(group.slug, last.slug)
    : first && seasonPaths.seriesFrom(group.slug, first.key);
  return (
    <Page view={view} title={t('plan.title')} accent={group.color} width="narrow">
      <Masthead over={<a href={groupPaths.show(group)}>{group.name}</a>} title={t('plan.title')}>
        <p>{t('plan.lead')}</p>
      </Masthead>
      {last ? (
        <Panel
          over={t('plan.last')}
          title={<bdi lang={last.language}>{last.title}</bdi>}
          action={
            <ButtonLink kind="main" href={seasonPaths.planLike(group.slug, last.slug)}>
              {t('plan.last.button')}
            </ButtonLink>
          }
        >
          <p>{t('plan.last.text', { day: sayTime(instantOf(last.starts_at), last.zone, view.lang, 'day') })}</p>
        </Panel>
      ) : (
        first && (
          <Panel
            over={t('plan.first')}
            title={first.name}
            action={
              <ButtonLink kind="main" href={seasonPaths.planFrom(group.slug, first.key)}>
                {t('plan.first.button')}
              </ButtonLink>
            }
          >
            <p>{first.says}</p>
          </Panel>
        )
      )}
      <Section title={t('plan.templates')}>
        <Rows>
          {own.map(({ template_id, name }) => (
            <Row
              key={template_id}
              title={<bdi lang={group.language}>{name}</bdi>}
              href={seasonPaths.planFrom(group.slug, template_id)}
              tag={<Tag tone="soft">{t('plan.own')}</Tag>}
            />
          ))}
          {(last ? shipped : others).map(({ key, name, says }) => (
            <Row key={key} title={name} href={seasonPaths.planFrom(group.slug, key)}>
              {says}
            </Row>
          ))}
          {series && (
            <Row title={t('series.row')} href={series}>
              {t('series.row.text')}
            </Row>
          )}
          <Row title={t('plan.blank')} href={eventPaths.blank(group.slug)}>
            {t('plan.blank.text')}
          </Row>
        </Rows>
      </Section>
    </Page>
  );
}
