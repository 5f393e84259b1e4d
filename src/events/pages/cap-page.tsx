// How many seats are offered. Fewer than are taken asks what now, and drops nobody.
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Panel } from '#ui/panel.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { words } from '../words.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  values?: Record<string, string> | undefined;
  errors?: Record<string, string> | undefined;
  /** The wanted cap is below what is taken: what now? */
  over?: { cap: number; over: number } | undefined;
};

export function CapPage({ view, shown, values = {}, errors = {}, over }: Props) {
  const t = words(view.lang);
  const { event, group, counts } = shown;
  const [g, e] = [group.slug, event.slug];
  return (
    <Page view={view} title={t('cap.title')} accent={group.color} width="form">
      <Masthead over={<a href={eventPaths.manage(g, e)}>{event.title}</a>} title={t('cap.title')}>
        <p>
          {t('cap.now', { taken: counts.taken, cap: counts.cap })}{' '}
          {event.room_capacity !== null && t('cap.room', { n: event.room_capacity })}
        </p>
      </Masthead>
      {over && (
        <Panel title={t('cap.over.title')}>
          <p>{t('cap.over.text', { taken: counts.taken, cap: over.cap, over: over.over })}</p>
          <Rows>
            <Row title={t('cap.over.move')} href={eventPaths.edit(g, e)} />
            <Row title={t('cap.over.ask')} href={eventPaths.guestsMail(g, e)} />
          </Rows>
          <form method="post" action={eventPaths.cap(g, e)}>
            <input type="hidden" name="cap" value={String(over.cap)} />
            <input type="hidden" name="sure" value="yes" />
            <Button kind="quiet">{t('cap.over.sure', { cap: over.cap })}</Button>
          </form>
        </Panel>
      )}
      <form class="ui-form" method="post" action={eventPaths.cap(g, e)}>
        <Field
          label={t('form.cap')}
          name="cap"
          inputmode="numeric"
          value={values.cap ?? String(counts.cap)}
          error={errors.cap}
          required
        />
        <Button kind={over ? 'quiet' : 'main'}>{t('cap.save')}</Button>
      </form>
    </Page>
  );
}
