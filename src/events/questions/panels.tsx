// What hangs on the pages of an evening: for guests what they are asked, for the team how many answered.
import { mayOrganise } from '#groups';
import type { Panel } from '#kit/panels.ts';
import { ButtonLink } from '#ui/button.tsx';
import { Row, Rows } from '#ui/list.tsx';
import { Section } from '#ui/section.tsx';
import { eventPaths } from '../paths.ts';
import { stateAt } from '../rules.ts';
import { guestStates } from '../state-rules.ts';
import { openFor } from './ask-first.ts';
import { answerCounts } from './guest-answers.ts';
import { mayAnswer } from './rules.ts';
import { questionWords } from './words.ts';

/** For who has a seat or waits for one, until the evening begins. One statement where something is asked, and none for anybody else. */
export const answersPanel: Panel<'events.page'> = async (db, view, { shown: { event, group, mine }, person_id }) => {
  if (person_id === null || !mine || !guestStates.includes(mine.state)) return null;
  if (!mayAnswer(stateAt(event, view.now))) return null;
  const { all, open } = await openFor(db, event, person_id, view.now);
  if (all === 0) return null;
  const t = questionWords(view.lang);
  const href = eventPaths.answers(group.slug, event.slug);
  return (
    <Section title={t('panel.title')}>
      <p>{open > 0 ? t('panel.open', { n: open }) : t('panel.answered')}</p>
      <div class="ui-actions">
        <ButtonLink href={href}>{t(open > 0 ? 'panel.answer' : 'panel.change')}</ButtonLink>
      </div>
    </Section>
  );
};

/** How many answered, where something is asked. One statement. */
export const questionsPanel: Panel<'events.manage'> = async (db, view, { shown: { event, group }, role }) => {
  if (!mayOrganise(role)) return null;
  const { questions, guests, answered } = await answerCounts(db, event);
  if (questions === 0) return null;
  const t = questionWords(view.lang);
  const [g, e] = [group.slug, event.slug];
  return (
    <Section title={t('title')} action={<a href={eventPaths.questions(g, e)}>{t('panel.edit')}</a>}>
      <Rows>
        <Row title={t('answers.title')} href={eventPaths.guestAnswers(g, e)}>
          {t('answers.count', { n: answered, all: guests })}
        </Row>
      </Rows>
    </Section>
  );
};
