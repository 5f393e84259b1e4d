// An evening's slides over the whole screen, one below the other: without scripts one scrolls from each to the next.
import { eventPaths, type ShownEvent } from '#events';
import { groupPaths } from '#groups';
import type { Lang } from '#kit/words.ts';
import type { Slide } from '#press';
import { Island } from '#ui/island.tsx';
import { Page } from '#ui/layout.tsx';
import { Sticker } from '#ui/sticker.tsx';
import type { View } from '#ui/view.ts';
import { tonightPaths } from '../paths.ts';
import { fullness } from '../slide-rules.ts';
import { words } from '../words.ts';
import { QrCode } from './qr-code.tsx';

type Props = {
  view: View;
  shown: ShownEvent;
  slides: readonly Slide[];
  /** What the slides speak; the bar below speaks the viewer's language. */
  lang: Lang;
  mayEdit: boolean;
};

export function SlidesPage({ view, shown, slides, lang, mayEdit }: Props) {
  const t = words(view.lang);
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  return (
    <Page view={view} title={`${event.title} · ${t('slides.bar')}`} accent={group.color} bare>
      <div class="tonight-deck" lang={lang}>
        {slides.map((slide, at) => (
          <OneSlide
            key={slide.key}
            slide={slide}
            group={group}
            language={event.language}
            place={words(lang)('slides.place', { n: at + 1, all: slides.length })}
          />
        ))}
      </div>
      <nav class="tonight-bar" aria-label={t('slides.bar')}>
        <Island
          name="tonight/slides"
          props={{ before: t('slides.before'), after: t('slides.after'), full: t('slides.full') }}
        />
        <a href={tonightPaths.slidesPdf(g, e)}>{t('slides.pdf')}</a>
        {mayEdit && <a href={tonightPaths.slidesEdit(g, e)}>{t('slides.edit')}</a>}
        <a href={mayEdit ? eventPaths.manage(g, e) : eventPaths.show(g, e)}>{t('slides.back')}</a>
      </nav>
    </Page>
  );
}

type OneProps = { slide: Slide; group: ShownEvent['group']; language: string; place: string };

function OneSlide({ slide, group, language, place }: OneProps) {
  const { key, cover, over, title, lead, rows = [], facts = [], code } = slide;
  const Heading = cover ? 'h1' : 'h2';
  const kind = cover ? 'tonight-slide tonight-cover' : `tonight-slide tonight-${sizeOf(slide)}`;
  return (
    <section class={kind} id={key} aria-label={place} tabIndex={-1}>
      <Sticker size="l" name={group.name} color={group.color} src={groupPaths.mark(group)} />
      <div class="tonight-slide-text">
        {over && <p class="tonight-over">{over}</p>}
        <Heading lang={cover ? language : undefined}>{title}</Heading>
        {lead && <p class="tonight-lead">{lead}</p>}
        {rows.length > 0 && (
          <ul class="tonight-rows">
            {rows.map((row) => (
              <li key={`${row.when} ${row.title}`} class={rowClass(row.when)}>
                {row.when && <span class="tonight-when">{row.when}</span>}
                <span>
                  <strong dir="auto">{row.title}</strong>
                  {row.tag && <em>{row.tag}</em>}
                  {row.more && <small dir="auto">{row.more}</small>}
                </span>
              </li>
            ))}
          </ul>
        )}
        {facts.length > 0 && (
          <dl class="tonight-facts">
            {facts.map(({ term, detail }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd dir="auto">{detail}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
      {code && <QrCode code={code} />}
      {!cover && <p class="tonight-place">{place}</p>}
    </section>
  );
}

/** A day needs more room than an hour. */
function rowClass(when: string | undefined): string | undefined {
  if (when === undefined) return undefined;
  return when.length > 6 ? 'tonight-timed tonight-dated' : 'tonight-timed';
}

/** The less there is on it, the larger it is set. */
function sizeOf(slide: Slide): 'huge' | 'large' | 'plain' | 'small' {
  const full = fullness(slide);
  return full <= 4 ? 'huge' : full <= 6 ? 'large' : full <= 8 ? 'plain' : 'small';
}
