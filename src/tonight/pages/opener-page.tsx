// What is typed for an evening's slides, and which of them are shown.
import { eventPaths, type ShownEvent } from '#events';
import { groupPaths } from '#groups';
import type { Slide } from '#press';
import { Button, ButtonLink } from '#ui/button.tsx';
import { Checkbox, Choice, ErrorSummary, Field, TextArea } from '#ui/field.tsx';
import { fieldsOf } from '#ui/fields-of.ts';
import { Page } from '#ui/layout.tsx';
import { Actions, Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { type SlideKey, slideKeys } from '../deck.ts';
import type { DeckFacts } from '../opener.ts';
import { tonightPaths } from '../paths.ts';
import { photoRules } from '../tables.ts';
import { type Say, words } from '../words.ts';

type Props = {
  view: View;
  shown: ShownEvent;
  facts: DeckFacts;
  /** Slides there is something to say on. */
  telling: readonly SlideKey[];
  /** The slides as they would be with nothing typed for speaking here. */
  usual: readonly Slide[];
  /** Letters the PDF can only show as boxes. */
  missing: readonly string[];
  /** What was typed and refused. */
  typed?: { values: Record<string, string>; show: string[]; errors: Record<string, string> } | undefined;
};

export function OpenerPage({ view, shown, facts, telling, usual, missing, typed }: Props) {
  const t = words(view.lang);
  const { event, group } = shown;
  const [g, e] = [group.slug, event.slug];
  const { hidden, ...kept } = facts.opener;
  const errors = typed?.errors ?? {};
  const { of } = fieldsOf(typed?.values ?? kept, errors);
  const isShown = (key: SlideKey) => (typed ? typed.show.includes(key) : !hidden.includes(key));
  return (
    <Page view={view} title={t('opener.title')} accent={group.color} width="form">
      <Masthead over={<a href={eventPaths.manage(g, e)}>{event.title}</a>} title={t('opener.title')}>
        <p>{t('opener.lead')}</p>
        <Actions>
          <ButtonLink href={tonightPaths.slides(g, e)}>{t('opener.see')}</ButtonLink>
          <ButtonLink href={tonightPaths.slidesPdf(g, e)}>{t('slides.pdf')}</ButtonLink>
        </Actions>
        {missing.length > 0 && (
          <p class="ui-soft">{t('opener.missing', { letters: missing.slice(0, 20).join(' ') })}</p>
        )}
        {!facts.is_saved && kept.wifi_name && <p>{t('opener.from_last')}</p>}
      </Masthead>
      <ErrorSummary
        view={view}
        errors={Object.entries(errors).map(([field, error]) => ({ field, label: labelOf(field, t), error }))}
      />
      <form class="ui-form" method="post" action={tonightPaths.slidesEdit(g, e)}>
        <div class="tonight-two">
          {(['wifi_name', 'wifi_password'] as const).map((name) => (
            <Field key={name} label={t(`opener.${name}`)} {...of(name)} autocomplete="off" maxlength={80} optional />
          ))}
        </div>
        {(['toilets', 'exits'] as const).map((name) => (
          <Field
            key={name}
            label={t(`opener.${name}`)}
            {...of(name)}
            hint={t(`opener.${name}.hint`)}
            maxlength={200}
            optional
          />
        ))}
        <Choice
          label={t('opener.photos')}
          {...of('photos')}
          options={photoRules.map((rule) => ({ value: rule, label: t(`opener.photos.${rule}`) }))}
        />
        <Field
          label={t('opener.photo_note')}
          {...of('photo_note')}
          hint={t('opener.photo_note.hint')}
          maxlength={200}
          optional
        />
        <TextArea
          label={t('opener.speak')}
          {...of('speak')}
          hint={t('opener.speak.hint', { usual: usual.find(({ key }) => key === 'speak')?.lead ?? '' })}
          rows={3}
          maxlength={400}
          optional
        />
        <TextArea
          label={t('opener.thanks')}
          {...of('thanks')}
          hint={t('opener.thanks.hint')}
          rows={2}
          maxlength={400}
          optional
        />
        <TextArea
          label={t('opener.more')}
          {...of('more')}
          hint={t('opener.more.hint')}
          rows={3}
          maxlength={1200}
          optional
        />
        <Section title={t('opener.show')}>
          {slideKeys.map((key) => (
            <Checkbox
              key={key}
              id={`show-${key}`}
              name="show"
              value={key}
              checked={isShown(key)}
              label={
                telling.includes(key)
                  ? t(`slides.name.${key}`)
                  : `${t(`slides.name.${key}`)} (${t('opener.show.empty')})`
              }
            />
          ))}
          {group.conduct_version === null && (
            <p class="ui-soft">
              {t('opener.no_conduct', { link: '' })}
              <a href={groupPaths.settingsConduct(group)}>{t('opener.no_conduct.link')}</a>
            </p>
          )}
        </Section>
        <Button>{t('opener.save')}</Button>
      </form>
    </Page>
  );
}

const named = [
  'wifi_name',
  'wifi_password',
  'toilets',
  'exits',
  'photos',
  'photo_note',
  'speak',
  'thanks',
  'more',
] as const;

function labelOf(field: string, t: Say): string {
  const known = named.find((name) => name === field);
  return known ? t(`opener.${known}`) : t('opener.show');
}
