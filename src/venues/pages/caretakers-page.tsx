// Who looks after a venue: taking somebody in, and stepping back.
import { Button, PostButton } from '#ui/button.tsx';
import { ErrorSummary, Select } from '#ui/field.tsx';
import { Page } from '#ui/layout.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Masthead, Section } from '#ui/section.tsx';
import type { View } from '#ui/view.ts';
import type { Candidate } from '../caretakers.ts';
import { venuePaths } from '../paths.ts';
import type { Standing, Venue } from '../queries.ts';
import { words } from '../words.ts';

type Props = {
  view: View;
  venue: Venue;
  standing: Standing;
  candidates: readonly Candidate[];
  error?: string | undefined;
};

export function CaretakersPage({ view, venue, standing: { caretakers }, candidates, error }: Props) {
  const t = words(view.lang);
  const title = t('caretakers.title');
  return (
    <Page view={view} title={title} width="form">
      <Masthead over={<a href={venuePaths.show(venue.slug)}>{venue.name}</a>} title={title}>
        <p>{t('caretakers.lead')}</p>
      </Masthead>
      <ErrorSummary
        view={view}
        errors={error === undefined ? [] : [{ field: 'person_id', label: t('caretakers.who'), error }]}
      />
      <Rows label={title}>
        {caretakers.map(({ person_id, name }) => (
          <Row key={person_id} title={<bdi>{name}</bdi>} />
        ))}
      </Rows>
      <Section title={t('caretakers.add')}>
        {candidates.length === 0 ? (
          <p class="ui-soft">{t('caretakers.nobody')}</p>
        ) : (
          <form class="ui-form" method="post" action={venuePaths.caretakers(venue.slug)}>
            <Select
              label={t('caretakers.who')}
              name="person_id"
              value=""
              error={error}
              hint={t('caretakers.who.hint')}
              options={[
                { value: '', label: t('caretakers.choose') },
                ...candidates.map(({ person_id, name, groups }) => ({
                  value: person_id,
                  label: t('caretakers.option', { name, groups: groups.join(', ') }),
                })),
              ]}
            />
            <Button>{t('caretakers.add')}</Button>
          </form>
        )}
      </Section>
      <Section title={t('caretakers.leave')}>
        <p>{t('caretakers.leave.text', { n: caretakers.length - 1 })}</p>
        <PostButton action={venuePaths.leave(venue.slug)}>{t('caretakers.leave')}</PostButton>
      </Section>
    </Page>
  );
}
