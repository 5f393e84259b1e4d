// Routes of this room: an evening's numbers as a page, and as a table to take along.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { findEvening } from '#events';
import { backRoom, mayOrganise } from '#groups';
import { writeCsv } from '#kit/csv.ts';
import { readForm, whole, z } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { instantOf, wallClock } from '#kit/time.ts';
import { notFound } from '#kit/web.ts';
import { viewOf } from '#people';
import { sendPage } from '#ui/send.ts';
import { lookAhead } from './look-ahead.ts';
import { EveningNumbersPage } from './pages/evening-numbers-page.tsx';
import { type Choices, usualChoices } from './rules.ts';

type At = { Params: { group: string; event: string } };

/** What may stand in the address, in percent. Anything else is as if it were not there. */
const chosen = z.object({
  risk: whole(1, 20).catch(usualChoices.risk * 100),
});

export function numberRoutes(app: FastifyInstance, ground: Ground): void {
  app.get<At>('/g/:group/e/:event/numbers', backRoom, async (request, reply) => {
    const shown = await enter(request);
    const choices = choicesOf(request);
    const found = await lookAhead(ground.db, shown, ground.now(), choices);
    const page = <EveningNumbersPage view={viewOf(request, ground)} shown={shown} outlook={found} choices={choices} />;
    return sendPage(reply, page, { accent: shown.group.color });
  });

  app.get<At>('/g/:group/e/:event/numbers.csv', backRoom, async (request, reply) => {
    const shown = await enter(request);
    const { year } = await lookAhead(ground.db, shown, ground.now(), usualChoices);
    const rows = year.map((one) => [
      wallClock(instantOf(new Date(one.starts_at)), one.zone).date,
      one.title,
      one.rsvps,
      one.low,
      one.middle,
      one.high,
      one.came,
    ]);
    const header = ['day', 'evening', 'signed_up', 'low', 'most_likely', 'high', 'came'];
    return reply
      .header('content-disposition', `attachment; filename="${shown.group.slug}-numbers.csv"`)
      .type('text/csv; charset=utf-8')
      .send(writeCsv(header, rows));
  });

  async function enter(request: FastifyRequest<At>) {
    const { shown, role } = await findEvening(ground, request, request.params);
    if (!mayOrganise(role)) throw notFound();
    return shown;
  }
}

function choicesOf(request: FastifyRequest): Choices {
  const read = readForm(chosen, request.query);
  if (!read.ok) return usualChoices;
  return { risk: read.value.risk / 100 };
}
