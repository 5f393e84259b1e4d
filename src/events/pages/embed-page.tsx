// A group's next evenings for inside another site's page: a document of its own that needs nothing from anywhere.
import { createHash } from 'node:crypto';
import { groupPaths } from '#groups';
import type { Lang } from '#kit/words.ts';
import { dotted } from '#ui/dotted.ts';
import { eventPaths } from '../paths.ts';
import type { EventGroup, ListedEvent } from '../queries.ts';
import { sayWhen } from '../say-event.ts';
import { shareWords } from '../share-words.ts';

const style = `:root{color-scheme:light dark}body{margin:0;padding:4px;font:16px/1.5 system-ui,sans-serif}
ul{list-style:none;margin:0;padding:0}li{padding:10px 0;border-bottom:1px solid #8886}a{color:inherit;font-weight:650}
span{display:block}p{margin:10px 0 0}h1{margin:0;font-size:1em}`;

/** For the policy of the page: the one style in it. */
export const embedStyleHash = `sha256-${createHash('sha256').update(style).digest('base64')}`;

type Props = { origin: string; lang: Lang; group: EventGroup; events: readonly ListedEvent[] };

/** Links open outside the frame. */
export function EmbedPage({ origin, lang, group, events }: Props) {
  const t = shareWords(lang);
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{t('embed.title', { group: group.name })}</title>
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <main>
          <h1>{t('embed.title', { group: group.name })}</h1>
          {events.length === 0 && <p>{t('embed.none')}</p>}
          <ul>
            {events.map((event) => (
              <li key={event.event_id}>
                <a href={`${origin}${eventPaths.show(group.slug, event.slug)}`} target="_blank" rel="noopener">
                  {event.title}
                </a>
                <span>{dotted([sayWhen(event, lang), event.place_name])}</span>
              </li>
            ))}
          </ul>
          <p>
            <a href={`${origin}${groupPaths.show(group)}`} target="_blank" rel="noopener">
              {t('embed.group', { group: group.name })}
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
