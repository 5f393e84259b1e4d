// Telling the world: a ready text for each place, the code for a poster, what to put on one's own page, the feeds.
import { groupPaths } from '#groups';
import { type Lang, languageNames, languages } from '#kit/words.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Island } from '#ui/island.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Actions, Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { stateAt } from '../rules.ts';
import type { ShareText } from '../share/share-rules.ts';
import { shareWords } from '../share-words.ts';
import { type Say, words } from '../words.ts';

type Props = { view: View; shown: ShownEvent; lang: Lang; texts: readonly ShareText[] };

export function SharePage({ view, shown: { event, group }, lang, texts }: Props) {
  const t = words(view.lang);
  const [g, e] = [group.slug, event.slug];
  const url = `${view.origin}${eventPaths.show(g, e)}`;
  const state = stateAt(event, view.now);
  return (
    <Page view={view} title={t('share.title')} accent={group.color} width="form">
      <Masthead over={<a href={eventPaths.manage(g, e)}>{event.title}</a>} title={t('share.title')}>
        <p>{t('share.lead')}</p>
        {state === 'draft' && <p class="events-share-note">{t('share.draft')}</p>}
        {(state === 'done' || state === 'cancelled') && <p class="events-share-note">{t('share.over')}</p>}
      </Masthead>
      <p>
        {t('share.in')}{' '}
        {languages.map((one) => (
          <a
            key={one}
            class="events-share-in"
            href={eventPaths.shareIn(g, e, one)}
            lang={one}
            aria-current={one === lang}
          >
            {languageNames[one]}
          </a>
        ))}
      </p>
      {texts.map(({ target, title, text, length, most }) => (
        <Section key={target} title={t(`share.${target}`)}>
          {target === 'meetup' && <p class="ui-soft">{t('share.meetup.hint')}</p>}
          {title !== null && (
            <Copied t={t} name={`${target}-title`} label={t('share.for_title')} text={title} rows={2} lang={lang} />
          )}
          <Copied
            t={t}
            name={target}
            label={t('share.text', { length, most })}
            text={text}
            rows={Math.min(14, text.split('\n').length + 3)}
            lang={lang}
          />
        </Section>
      ))}
      <Section title={t('share.link')}>
        <Copied t={t} name="link" label={t('share.link.label')} text={url} rows={2} />
        <p>
          {/* Drawn by us, from this server. */}
          <img
            class="events-share-code"
            src={eventPaths.qrSvg(g, e)}
            alt={t('share.code.alt', { url })}
            width="180"
            height="180"
          />
        </p>
        <p class="ui-soft">{t('share.code')}</p>
        <Actions>
          <ButtonLink href={eventPaths.qrSvg(g, e)} download>
            SVG
          </ButtonLink>
          <ButtonLink href={eventPaths.qrPng(g, e)} download>
            PNG
          </ButtonLink>
        </Actions>
      </Section>
      <Section title={t('share.embed')}>
        <p class="ui-soft">{t('share.embed.text')}</p>
        <Copied t={t} name="embed-link" label={t('share.embed.link')} text={linkSnippet(group, view, lang)} rows={3} />
        <Copied t={t} name="embed" label={t('share.embed.frame')} text={frameSnippet(group, view, lang)} rows={5} />
      </Section>
      <Section title={t('share.feeds')}>
        <Rows>
          <Row title={t('share.feeds.ics')} href={groupPaths.feed(group)}>
            {t('share.feeds.ics.text')}
          </Row>
          <Row title="Atom" href={groupPaths.news(group)}>
            {t('share.feeds.atom.text')}
          </Row>
          <Row title="JSON Feed" href={groupPaths.newsJson(group)}>
            {t('share.feeds.json.text')}
          </Row>
        </Rows>
      </Section>
    </Page>
  );
}

type CopiedProps = { t: Say; name: string; label: string; text: string; rows: number; lang?: Lang };

/** Without scripts one marks it and copies; the island adds the button. */
function Copied({ t, name, label, text, rows, lang }: CopiedProps) {
  const id = `share-${name}`;
  return (
    <div class="ui-field">
      <label class="ui-label" for={id}>
        {label}
      </label>
      <textarea class="ui-input" id={id} rows={rows} lang={lang} dir="auto" readonly>
        {text}
      </textarea>
      <Island name="events/copy" props={{ of: id, copy: t('share.copy'), copied: t('share.copied') }} />
    </div>
  );
}

type OfGroup = Pick<ShownEvent['group'], 'slug' | 'name'>;

function linkSnippet(group: OfGroup, { origin }: View, lang: Lang): string {
  const text = shareWords(lang)('embed.link', { group: group.name });
  return `<a href="${origin}${groupPaths.show(group)}">${escaped(text)}</a>`;
}

function frameSnippet(group: OfGroup, { origin }: View, lang: Lang): string {
  const title = shareWords(lang)('embed.title', { group: group.name });
  return `<iframe src="${origin}${eventPaths.embed(group.slug)}" title="${escaped(title)}" loading="lazy" style="border:0;width:100%;height:22rem"></iframe>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
