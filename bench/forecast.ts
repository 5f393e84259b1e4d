// The forecast on real people: how far it misses, against two rulers, and whether its ranges hold what they claim.
//
// Turn-out: medical appointments of 2016 (110,527, shown or not; nobody's user group, but the largest open set of kept and
// missed promises with lead times and reminders). A night is a neighbourhood's day with at least 15 appointments, a
// neighbourhood is a group, a patient a person, the moment of booking the sign-up, the SMS the reminder. All nights are learnt
// from as they pass; those of the last 40 % of days are counted. Each is forecast from nights that had ended two days before,
// refitted for every day. Rulers: naive, the share of all earlier nights, binomial; last3, the group's last three, binomial.
//
// Curve: sign-ups of real evenings, noted about twice a day in the spring of 2026. Asked seven days before the start, for the
// number at the start. Ruler: now × the mean growth of the evenings before.
//
// Both files lie outside the repository (their licences): DATA names the folder that holds
// `noshow/medical-appointments-2016.zip`, Kaggle's "Medical Appointment No Shows" as it is downloaded (one CSV in a zip,
// CC BY-NC-SA), and `rsvp-curves/rladies-2026-jan-to-may.csv`, made from the history of the archive of R-Ladies' meetups
// (CC BY 4.0): a line for each time an evening was looked at, with the columns `signUpCurves` below reads.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate, evaluateCurves, type NightRow, nightsFromRows } from '#forecast';
import { readCsv } from '#kit/csv.ts';
import { textInZip } from './zip.ts';

const DAY = 86_400_000;
const data = process.env.DATA ?? '../shared/data';
const appointments = join(data, 'noshow', 'medical-appointments-2016.zip');
const curves = join(data, 'rsvp-curves', 'rladies-2026-jan-to-may.csv');
if (!existsSync(appointments) || !existsSync(curves)) {
  console.error(`The data are not in ${data}. Set DATA to the folder with noshow/ and rsvp-curves/.`);
  process.exit(2);
}

const { nights } = nightsFromRows(appointmentRows(await textInZip(readFileSync(appointments))));
const days = [...new Set(nights.map(({ starts_at }) => starts_at))].sort((a, b) => a - b);
const found = evaluate(nights, days[Math.floor(days.length * 0.6)]);
const curve = evaluateCurves(signUpCurves(readFileSync(curves, 'utf8')));
if (!found || !curve) throw new Error('nothing to compare');
const { curve_ratio, curve_cover80, curve_nominal80 } = curve;
console.log(JSON.stringify({ bench: 'forecast', ...found.evaluation, curve_ratio, curve_cover80, curve_nominal80 }));

/** Appointments as sign-ups; a neighbourhood's day with fewer than 15 is no night. */
function appointmentRows(text: string): NightRow[] {
  const rows = rowsOf(text).map((cells) => ({
    event_id: `${cells.Neighbourhood} ${cells.AppointmentDay}`,
    group_id: cells.Neighbourhood,
    starts_at: cells.AppointmentDay,
    person_id: cells.PatientId,
    rsvp_at: cells.ScheduledDay,
    reminded: cells.SMS_received,
    attended: cells['No-show'] === 'No' ? '1' : '0',
  }));
  const sizes = new Map<string, number>();
  for (const { event_id } of rows) sizes.set(event_id, (sizes.get(event_id) ?? 0) + 1);
  return rows.filter(({ event_id }) => (sizes.get(event_id) ?? 0) >= 15);
}

/** Each evening seven days before its start (the last note before then, two days old at most) and at its start. */
function signUpCurves(text: string) {
  const byEvening = Map.groupBy(rowsOf(text), ({ event_id }) => event_id);
  return [...byEvening.values()].flatMap((notes) => {
    const seen = notes
      .map(({ days_before, yes, event_at }) => ({
        days: Number(days_before),
        yes: Number(yes),
        at: Date.parse(event_at!),
      }))
      .sort((a, b) => b.days - a.days);
    const asked = seen.findLast(({ days }) => days >= 7);
    const end = seen.find(({ days }) => days <= 0.6);
    if (!asked || asked.days > 9 || !end || notes.some(({ status }) => status === 'CANCELLED')) return [];
    const weekBefore = seen.findLast(({ days }) => days >= asked.days + 7);
    return [
      {
        now: asked.yes,
        lately: Math.max(0, asked.yes - (weekBefore?.yes ?? 0)),
        days_left: asked.days,
        final: end.yes,
        asked_at: end.at - asked.days * DAY,
        ended_at: end.at,
      },
    ];
  });
}

function rowsOf(text: string): Record<string, string>[] {
  const table = readCsv(text);
  if (!table.ok) throw new Error(table.code);
  return table.rows.map(({ cells }) => cells);
}
