// Evenings: planned, announced, opened; seats taken, waited for and given back; and everybody told.
import type { Room } from '#kit/room.ts';
import './tables.ts';
import './announcements.ts';
import './questions/tables.ts';
import './elsewhere/tables.ts';
import './reminders/tables.ts';
import { editRoutes } from './edit-routes.tsx';
import { forgetElsewhere } from './elsewhere/elsewhere.ts';
import { elsewhereRoutes } from './elsewhere/elsewhere-routes.tsx';
import { eventRoutes } from './event-routes.tsx';
import { feedRoutes } from './feeds.ts';
import { followVenue } from './follow-venue.ts';
import { guestRoutes } from './guest-routes.tsx';
import { eventMails } from './mails/index.ts';
import { manageRoutes } from './manage-routes.tsx';
import { messageRoutes } from './messages/message-routes.tsx';
import { sweepMessages } from './messages/sweep-messages.ts';
import { answerRoutes } from './questions/answer-routes.tsx';
import { guestAnswersRoutes } from './questions/guest-answers-routes.tsx';
import { questionRoutes } from './questions/question-routes.tsx';
import { sweepAnswers } from './questions/sweep-answers.ts';
import { countOn, erasePerson, exportPerson } from './reactions.ts';
import { recordRoutes } from './record/record-routes.tsx';
import { reminderRoutes } from './reminders/reminder-routes.tsx';
import { sendReminders } from './reminders/send-reminders.ts';
import { stillRoutes } from './reminders/still-routes.tsx';
import { reminderMails } from './reminders/templates.ts';
import { seatCodeRoutes } from './seat-code-routes.tsx';
import { seatLinkRoutes } from './seat-link-routes.tsx';
import { seatRoutes } from './seat-routes.tsx';
import { embedRoutes } from './share/embed-routes.tsx';
import { shareRoutes } from './share/share-routes.tsx';
import { tick } from './tick.ts';

export const eventsRoom: Room = {
  name: 'events',
  says: 'Evenings of a group: when, where, what happens, and who has a seat.',
  routes(app, ground) {
    editRoutes(app, ground);
    eventRoutes(app, ground);
    manageRoutes(app, ground);
    guestRoutes(app, ground);
    elsewhereRoutes(app, ground);
    messageRoutes(app, ground);
    feedRoutes(app, ground);
    shareRoutes(app, ground);
    embedRoutes(app, ground);
    seatRoutes(app, ground);
    seatCodeRoutes(app, ground);
    seatLinkRoutes(app, ground);
    answerRoutes(app, ground);
    recordRoutes(app, ground);
    questionRoutes(app, ground);
    guestAnswersRoutes(app, ground);
    stillRoutes(app, ground);
    reminderRoutes(app, ground);
  },
  mails: (ground) => ({ ...eventMails(ground), ...reminderMails(ground) }),
  workers: {
    'events.tick': (ground) => () => tick(ground),
    'events.remind': (ground) => () => sendReminders(ground),
    'events.sweep': (ground) => async () => {
      await sweepMessages(ground);
      await forgetElsewhere(ground);
      await sweepAnswers(ground);
    },
  },
  crons: { 'events.tick': '* * * * *', 'events.remind': '* * * * *', 'events.sweep': '41 2 * * *' },
};

/** The verbs an evening is made with. */
export { createEvent } from './create-event.ts';
export { editEvent } from './edit-event.ts';
/** What the form of an evening said, with its times turned into moments; and what was wrong with it, in words. */
export { eventErrors } from './event-form.ts';
/** Evenings as a calendar to subscribe to. */
export { sendCalendar } from './feeds.ts';
/** The evening at an address as the asker may see it, and their role in its group. */
export { findEvent as findEvening } from './find-event.ts';
export { type EventDraft, readEvent } from './forms.ts';
/** Evenings hung on a group's page, and the next step for its team. */
export { groupEvenings, myEvenings, organisersNextStep } from './group-panels.tsx';
/** Reads a file of evenings that were, and brings them in as history. */
export { importEvents } from './import-file/import-events.ts';
export { type PastEvent, readEvents } from './import-file/read-events.ts';
/** The morning after: what organisers noted of an evening, what it left for next time, what is still to note. */
export { type EveningNote, morningAfterOf, notesFor, unnotedEvening, unnotedEvenings } from './morning-after.ts';
/** Its laws: which evenings have one, how long an answer may be changed without a word. */
export { morningRules } from './morning-rules.ts';
/** Says for people that they want to hear when an evening opens, or no longer do. */
export { noteInterest } from './note-interest.ts';
export { EventRow } from './pages/event-row.tsx';
/** This room's URLs. */
export { eventPaths } from './paths.ts';
/** Evenings in lists. */
export { type Event, eventsOfPerson, type ListedEvent, type ShownEvent } from './queries.ts';
/** What an evening asks its guests: a template's questions, written to a new one. */
export { addQuestions } from './questions/change-questions.ts';
/** Hung on an evening's pages: what guests are asked, how many answered. */
export { answersPanel, questionsPanel } from './questions/panels.tsx';
export type { QuestionDraft } from './questions/rules.ts';
/** Evenings ahead, hung on the page of their venue. */
export { venueEvenings } from './venue-panel.tsx';
/** What this room does when a person is to be forgotten, wants their data, or leaves, and when a venue changes. */
export const eventReactions = { countOn, exportPerson, erasePerson, followVenue } as const;
/** Whom an evening's door may meet, by name and without addresses. */
export { expectedGuests } from './expected-guests.ts';
/** In SQL: what a guest is called, which may be what an organiser called them. */
export { guestName } from './guest-name.ts';
/** What the doors saw becomes where people stand. */
export { noteArrivals } from './note-arrivals.ts';
/** Reminders hung on the organisers' page of an evening. */
export { remindersPanel } from './reminders/manage-panel.tsx';
/** An evening's reminder plan, to read and to set: a template's, say. */
export { type ReminderPlan, remindersOf, setReminders } from './reminders/plan.ts';
/** What a visitor sees of an evening at a moment: open, closed, live … */
export { stateAt as eventStateAt } from './rules.ts';
/** Every way to a seat; the ids of one evening. */
export { seatDesk } from './seat-desk.ts';
/** Notes the morning after; refuses an evening that is not over, was cancelled, or came from a list. */
export { type MorningAnswers, settleMorningAfter } from './settle-morning-after.ts';
/** Where the slides of its talks are. */
export { writeSlideLinks } from './slide-links.ts';
export { announceEvent, cancelEvent, closeEvent, discardEvent, openEvent } from './stage-event.ts';
/** The states of those who have a seat, the one list of them; and whether somebody in a state has one. */
export { hasSeat, seatStates } from './state-rules.ts';
export { agendaTypes, type DoorList, doorLists, type FoodLeft, foodsLeft } from './tables.ts';
export type { EventKey } from './take-seats.ts';
/** What a seat is shown with at the door, and what that is checked with. */
export { ticketFor, ticketKey } from './ticket.ts';
/** What of this room goes along when a group leaves. */
export { eventTravels } from './travels.ts';
export { writeAgenda } from './write-agenda.ts';
