// Tells those who look after a venue what is wrong with it.
import { Button } from '#ui/button.tsx';
import { ErrorSummary, TextArea } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Masthead } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import { venuePaths } from '../paths.ts';
import type { Standing, Venue } from '../queries.ts';
import { words } from '../words.ts';

type Props = { view: View; venue: Venue; standing: Standing; value: string; error?: string | undefined };

export function CorrectPage({ view, venue, standing: { caretakers }, value, error }: Props) {
  const t = words(view.lang);
  const title = t('correct.title');
  return (
    <Page view={view} title={title} width="form">
      <Masthead over={<a href={venuePaths.show(venue.slug)}>{venue.name}</a>} title={title}>
        <p>{t('correct.lead', { names: caretakers.map(({ name }) => name).join(', ') })}</p>
      </Masthead>
      <ErrorSummary
        view={view}
        errors={error === undefined ? [] : [{ field: 'words', label: t('correct.words'), error }]}
      />
      <form class="ui-form" method="post" action={venuePaths.correct(venue.slug)}>
        <TextArea
          label={t('correct.words')}
          name="words"
          value={value}
          error={error}
          hint={t('correct.words.hint')}
          rows={5}
          maxlength={2000}
          required
        />
        <Button>{t('correct.send')}</Button>
      </form>
    </Page>
  );
}
