// How a message to guests will look, before it goes: the letter, to how many, where answers go; send it or change it.
import { renderMarkdown } from '#kit/markdown.ts';
import { Button } from '#ui/button.tsx';
import { dot } from '#ui/dotted.ts';
import { Page } from '#ui/layout.tsx';
import { Panel, Prose } from '#ui/panel.tsx';
import { Actions, Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { Message } from '../messages/write-to-guests.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { sayWhen, sayWhere } from '../say-event.ts';
import { words } from '../words.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  message: Message;
  /** How many mails it would be. */
  told: number;
  /** The contact answers go to; `null` when they go to the writer or nowhere. */
  replies: string | null;
  writer: { name: string; address: string };
  /** Where to go once it is sent; empty: to the evening's own page for organisers. */
  back: string;
};

export function MessagePreview({ view, shown, message, told, replies, writer, back }: Props) {
  const t = words(view.lang);
  const { event, group } = shown;
  const isOn = event.starts_at.getTime() <= view.now.epochMilliseconds;
  const { message_id, subject, text, to, chosen, reply } = message;
  const answers =
    reply === 'me'
      ? t('preview.reply.me', { address: writer.address })
      : reply === 'nobody'
        ? t('preview.reply.nobody')
        : t('preview.reply.contact', { name: replies ?? '' });
  return (
    <Page view={view} title={t('preview.title')} accent={group.color} width="form">
      <Masthead over={<a href={eventPaths.manage(group.slug, event.slug)}>{event.title}</a>} title={t('preview.title')}>
        <p>{t('preview.told', { n: told })}</p>
      </Masthead>
      <Panel over={t('preview.from', { group: group.name })} title={<bdi>{subject}</bdi>}>
        <Prose html={renderMarkdown(text)} />
        <p class="ui-soft">
          {sayWhen(event, view.lang)}
          {dot}
          {sayWhere(event, t)}
        </p>
        <p class="ui-small">
          {t(isOn ? 'preview.below.on' : 'preview.below')} {t('preview.writer', { name: writer.name })} {answers}
        </p>
      </Panel>
      <form method="post" action={eventPaths.guestsMail(group.slug, event.slug)}>
        {Object.entries({ message_id, subject, text, to, reply, back }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {chosen.map((person) => (
          <input key={person} type="hidden" name="chosen" value={person} />
        ))}
        <Actions>
          {told > 0 && (
            <Button name="step" value="send">
              {t('preview.send', { n: told })}
            </Button>
          )}
          <Button kind="quiet" name="step" value="change">
            {t('preview.change')}
          </Button>
        </Actions>
      </form>
    </Page>
  );
}
