// What was mailed about an evening, on its organisers' page: what, when, to whom, how many have left.
import { renderMarkdown } from '#kit/markdown.ts';
import { dot, dotted } from '#ui/dotted.ts';
import { Row, Rows } from '#ui/list.tsx';
import { Prose } from '#ui/panel.tsx';
import { Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { MailLine } from '../messages/mail-lines.ts';
import type { ShownEvent } from '../queries.ts';
import { sayMoment } from '../say-event.ts';
import { type Say, words } from '../words.ts';

type Props = { view: View; shown: ShownEvent; mails: MailLine[] };

export function MailLines({ view, shown, mails }: Props) {
  const t = words(view.lang);
  if (mails.length === 0) return null;
  return (
    <Section title={t('manage.mails')}>
      <Rows>
        {mails.map((line) => (
          <Row key={`${line.kind} ${line.at.getTime()}`} title={titleOf(line, t)}>
            {dotted([
              sayMoment(line.at, shown.event, view.lang),
              line.kind === 'message' ? toWhom(line, t) : '',
              line.kind === 'message' && line.writer ? t('manage.mails.writer', { name: line.writer }) : '',
              progressOf(line, t),
            ])}
            {line.kind === 'message' && (
              <details class="events-read">
                <summary>{t('manage.mails.read')}</summary>
                <Prose html={renderMarkdown(line.words)} />
              </details>
            )}
          </Row>
        ))}
      </Rows>
    </Section>
  );
}

function titleOf(line: MailLine, t: Say) {
  return line.kind === 'message' ? <bdi>{line.subject}</bdi> : t(`manage.mails.${line.kind}`);
}

function toWhom({ to_whom, told }: MailLine & { kind: 'message' }, t: Say): string {
  return t(`manage.mails.to.${to_whom}`, { n: told });
}

/** The outbox forgets after thirty days; how many it was stays known of what people wrote. */
function progressOf(line: MailLine, t: Say): string {
  const all = line.sent + line.waiting + line.failed;
  if (all === 0) return line.kind === 'message' ? t('manage.mails.were', { n: line.told }) : '';
  const left = t('manage.mails.progress', { sent: line.sent, all });
  return line.failed > 0 ? `${left}${dot}${t('manage.mails.failed', { n: line.failed })}` : left;
}
