// The door as the team sees it: how many are in, which phones work it, and how to let another one in.
import { eventPaths, type ShownEvent } from '#events';
import { instantOf, sayTime } from '#kit/time.ts';
import { ButtonLink, PostButton } from '#ui/button.tsx';
import { dot } from '#ui/dotted.ts';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Figure, Panel, Tag } from '#ui/panel.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import { Masthead, Section, Split } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { DoorPhone, DoorStand } from '../door-stand.ts';
import type { Code } from '../pair-phone.ts';
import { doorPaths } from '../paths.ts';
import { fullness, refuseDoor } from '../rules.ts';
import { type Say, words } from '../words.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  stand: DoorStand;
  mayPair: boolean;
  /** Just made. */
  code?: Code | undefined;
};

export function ShowPage({ view, shown, stand, mayPair, code }: Props) {
  const t = words(view.lang);
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  const isOver = view.now.epochMilliseconds >= event.ends_at.getTime();
  const over = mayPair ? eventPaths.manage(g, e) : eventPaths.show(g, e);
  const body = (
    <>
      <Count stand={stand} room_capacity={event.room_capacity} isOver={isOver} t={t} />
      <Section title={t('show.phones')}>
        {stand.phones.length === 0 && <p>{t('show.phones.none')}</p>}
        <Rows>
          {stand.phones.map((phone) => (
            <PhoneRow key={phone.device_id} phone={phone} shown={shown} view={view} mayPair={mayPair} t={t} />
          ))}
        </Rows>
      </Section>
      {mayPair && (
        <Section title={t('building.title')}>
          <p>{t('building.lead')}</p>
          <ButtonLink href={doorPaths.building(g, e)}>{t('building.go')}</ButtonLink>
        </Section>
      )}
      {mayPair && (
        <Section title={t('show.paper')}>
          <p>{t('show.paper.text')}</p>
          <ButtonLink href={doorPaths.print(g, e)}>{t('show.print')}</ButtonLink>
        </Section>
      )}
    </>
  );
  return (
    <Page view={view} title={t('title')} accent={group.color}>
      <Masthead over={<a href={over}>{event.title}</a>} title={t('title')}>
        {!isOver && <p>{t('show.lead')}</p>}
      </Masthead>
      {refuseDoor(event, view.now) === 'door.over' ? (
        body
      ) : (
        <Split aside={<Ways view={view} shown={shown} mayPair={mayPair} code={code} t={t} />} asideFirst>
          {body}
        </Split>
      )}
    </Page>
  );
}

type CountProps = { stand: DoorStand; room_capacity: number | null; isOver: boolean; t: Say };

function Count({ stand, room_capacity, isOver, t }: CountProps) {
  const { heads, guests, walk_ins, expected, doubled } = stand;
  const how = fullness(heads, room_capacity);
  const capacity = room_capacity ?? 0;
  return (
    <>
      <Figure
        label={t(isOver ? 'show.heads.over' : 'show.heads')}
        value={heads}
        unit={room_capacity === null ? undefined : t('show.heads.of', { n: room_capacity })}
      >
        {t(isOver ? 'show.heads.text.over' : 'show.heads.text', { guests, walk_ins, expected })}
      </Figure>
      {isOver && stand.walked_in.length > 0 && <p>{t('show.walked_in', { names: stand.walked_in.join(', ') })}</p>}
      {how !== 'fine' && !isOver && (
        <p class={`door-loud door-loud-${how}`} role="alert">
          {how === 'full' ? t('show.full', { capacity }) : t('show.loud', { capacity, left: capacity - heads })}
        </p>
      )}
      {doubled > 0 && (
        <p>
          <Tag>{t('show.twice', { n: doubled })}</Tag>
        </p>
      )}
    </>
  );
}

type WaysProps = Pick<Props, 'view' | 'shown' | 'mayPair' | 'code'> & { t: Say };

function Ways({ view, shown: { event, group }, mayPair, code, t }: WaysProps) {
  const [g, e] = [group.slug, event.slug];
  if (code) {
    return (
      <Panel title={t('show.code.title')}>
        <p>{t('show.code.text', { address: `${view.origin.replace(/^https?:\/\//, '')}${doorPaths.phone}` })}</p>
        <p class="door-code">
          {code.code.slice(0, 3)} {code.code.slice(3)}
        </p>
        <QrCode text={`${view.origin}${doorPaths.link(code.token)}`} label={t('show.code.title')} />
        <p class="ui-small">
          {t('show.code.until', { time: sayTime(instantOf(code.until), event.zone, view.lang, 'time') })}
        </p>
        <PostButton action={doorPaths.code(g, e)}>{t('show.code.button')}</PostButton>
      </Panel>
    );
  }
  return (
    <Panel>
      <p>{t('show.here.hint')}</p>
      <div class="ui-actions">
        <PostButton action={doorPaths.here(g, e)} kind="main">
          {t('show.here')}
        </PostButton>
        {mayPair && <PostButton action={doorPaths.code(g, e)}>{t('show.code.button')}</PostButton>}
      </div>
    </Panel>
  );
}

type PhoneRowProps = Pick<Props, 'view' | 'shown' | 'mayPair'> & { phone: DoorPhone; t: Say };

function PhoneRow({ phone, shown: { event, group }, view, mayPair, t }: PhoneRowProps) {
  const { device_id, name, seen_at, revoked_at, heads } = phone;
  const time = sayTime(instantOf(seen_at), event.zone, view.lang, 'time');
  return (
    <Row
      title={<bdi>{name}</bdi>}
      action={
        mayPair &&
        !revoked_at && (
          <PostButton
            action={doorPaths.revoke(group.slug, event.slug)}
            kind="link"
            fields={{ device_id }}
            label={t('show.revoke.of', { name })}
          >
            {t('show.revoke')}
          </PostButton>
        )
      }
    >
      {[
        t('show.phone.heads', { n: heads }),
        revoked_at ? t('show.phone.revoked') : t('show.phone.seen', { time }),
      ].join(dot)}
    </Row>
  );
}
