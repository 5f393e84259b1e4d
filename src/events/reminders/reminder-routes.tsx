// Routes of an organiser's reminders: the plan with what became of it, and one of it to change, look at and save.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { audit } from '#groups';
import { transact } from '#kit/db.ts';
import { readForm, singleValues } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { notFound } from '#kit/web.ts';
import { languageOf, viewOf } from '#people';
import { fieldErrors } from '#ui/form-words.ts';
import { flash, sendPage } from '#ui/send.ts';
import { type EventParams, findOwnEvent } from '../find-event.ts';
import { eventPaths } from '../paths.ts';
import type { ShownEvent } from '../queries.ts';
import { type Reminder, setReminders } from './plan.ts';
import { previewsOf } from './preview-reminder.ts';
import { formOfReminder, reminderForm, reminderOf } from './reminder-form.ts';
import { ReminderPage } from './reminder-page.tsx';
import { RemindersPage } from './reminders-page.tsx';
import { dueAt } from './rules.ts';
import { sayState } from './say-reminder.ts';
import { type ShownReminders, shownReminders } from './shown-reminders.ts';
import { reminderWords } from './words.ts';

const door = { config: { door: 'event' } } as const;

export function reminderRoutes(app: FastifyInstance, ground: Ground): void {
  type One = { Params: EventParams & { kind: string } };

  app.get<{ Params: EventParams }>('/g/:group/e/:event/reminders', door, async (request, reply) => {
    const { shown } = await findOwnEvent(ground, request, request.params);
    const reminders = await shownReminders(ground.db, shown.event, ground.now());
    const page = <RemindersPage view={viewOf(request, ground)} shown={shown} reminders={reminders} />;
    return sendPage(reply, page, { accent: shown.group.color });
  });

  app.get<One>('/g/:group/e/:event/reminders/:kind', door, async (request, reply) => {
    const { shown, reminders, reminder } = await findReminder(request);
    const values = formOfReminder(reminder, shown.event.confirmation);
    return reminderPage(request, reply, { shown, reminders, reminder, values, errors: {} }, 200);
  });

  app.post<One>('/g/:group/e/:event/reminders/:kind', door, async (request, reply) => {
    const { shown, actor, reminders, reminder: before } = await findReminder(request);
    const lang = languageOf(request);
    const t = reminderWords(lang);
    const read = readForm(reminderForm, request.body);
    const values = singleValues(read.values);
    if (!read.ok) {
      const errors = fieldErrors(lang, read.errors);
      return reminderPage(request, reply, { shown, reminders, reminder: before, values, errors }, 422);
    }
    const reminder = reminderOf(before.kind, read.value);
    const errors: Record<string, string> = isTooLate(shown, before, reminder)
      ? fieldErrors(lang, { amount: { code: 'form.in_the_past' } })
      : read.value.unit === 'hours' && reminder.at_time
        ? { at_time: t('form.only_with_days') }
        : {};
    if (Object.keys(errors).length > 0)
      return reminderPage(request, reply, { shown, reminders, reminder: before, values, errors }, 422);
    if (values.step === 'look')
      return reminderPage(request, reply, { shown, reminders, reminder, values, errors: {} }, 200);
    await transact(ground.db, async (tx) => {
      const confirmation = before.kind === 'confirm' ? read.value.confirmation : undefined;
      await setReminders(tx, shown.event, [reminder], confirmation);
      await audit(tx, {
        group_id: shown.event.group_id,
        actor,
        what: 'events.reminder.changed',
        about: { event: shown.event.slug, title: shown.event.title },
        now: ground.now(),
      });
    });
    flash(reply, t('flash.saved'));
    return reply.redirect(eventPaths.reminders(shown.group.slug, shown.event.slug), 303);
  });

  /** The reminder a path names. Throws the 404: for others than organisers, for an evening without a plan, and for no kind. */
  async function findReminder(request: FastifyRequest<One>) {
    const { shown, actor } = await findOwnEvent(ground, request, request.params);
    const reminders = await shownReminders(ground.db, shown.event, ground.now());
    const reminder = reminders.plan.find(({ kind }) => kind === request.params.kind);
    if (!reminder) throw notFound();
    return { shown, actor, reminders, reminder };
  }

  /** A new moment that has passed already would mean: never. */
  function isTooLate({ event }: ShownEvent, before: Reminder, after: Reminder): boolean {
    const isMoved = before.before_minutes !== after.before_minutes || before.at_time !== after.at_time;
    return isMoved && after.on && dueAt(event, after).epochMilliseconds <= ground.now().epochMilliseconds;
  }

  type Shown = {
    shown: ShownEvent;
    reminders: ShownReminders;
    reminder: Reminder;
    values: Record<string, string>;
    errors: Record<string, string>;
  };

  async function reminderPage(
    request: FastifyRequest,
    reply: FastifyReply,
    { shown, reminders, reminder, values, errors }: Shown,
    status: number,
  ) {
    const view = viewOf(request, ground);
    const { lang, now } = view;
    const round = reminders.rounds.find((one) => one.isForNow && one.step === reminder.kind);
    const state = sayState({ event: shown.event, lang, now, t: reminderWords(lang) }, reminder, round);
    const previews = await previewsOf(ground, shown, reminder, { name: view.viewer?.name ?? '', lang });
    const page = (
      <ReminderPage
        view={view}
        shown={shown}
        kind={reminder.kind}
        values={values}
        errors={errors}
        state={state}
        previews={previews}
      />
    );
    return sendPage(reply, page, { status, accent: shown.group.color });
  }
}
