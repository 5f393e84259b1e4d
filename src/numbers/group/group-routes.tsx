// Routes of a group's numbers: a page, and its evenings as a table to take along.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { backRoom, groupForOrganiser, mayOrganise } from '#groups';
import type { Ground } from '#kit/ground.ts';
import { actorOf, viewOf } from '#people';
import { sendPage } from '#ui/send.ts';
import { groupCsv } from './group-csv.ts';
import { groupFacts } from './group-facts.ts';
import { GroupNumbersPage } from './group-page.tsx';
import { groupNumbers } from './group-rules.ts';

type At = { Params: { group: string } };

export function groupNumberRoutes(app: FastifyInstance, ground: Ground): void {
  app.get<At>('/g/:group/numbers', backRoom, async (request, reply) => {
    const { group, numbers } = await enter(request);
    const page = <GroupNumbersPage view={viewOf(request, ground)} group={group} numbers={numbers} />;
    return sendPage(reply, page, { accent: group.color });
  });

  app.get<At>('/g/:group/numbers.csv', backRoom, async (request, reply) => {
    const { group, numbers } = await enter(request);
    return reply
      .header('content-disposition', `attachment; filename="${group.slug}-evenings.csv"`)
      .type('text/csv; charset=utf-8')
      .send(groupCsv(numbers.evenings, numbers.calibration.judged));
  });

  async function enter(request: FastifyRequest<At>) {
    const { group } = await groupForOrganiser(ground.db, request.params.group, actorOf(request), mayOrganise);
    const now = ground.now();
    const facts = await groupFacts(ground.db, group.group_id, now);
    return { group, numbers: groupNumbers(facts, now.epochMilliseconds) };
  }
}
