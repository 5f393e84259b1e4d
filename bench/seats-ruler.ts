// The ruler's server: the product itself, but with one lock and one transaction per request; and a POST that does nothing.
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { transact } from '#kit/db.ts';
import { openLog } from '#kit/log.ts';
import { flash } from '#ui/send.ts';
import { openBase } from '../src/base.ts';
import { placeDesk } from '../src/events/seat-desk.ts';
import { type EventKey, takeSeats } from '../src/events/take-seats.ts';
import { startHouse } from '../src/start.ts';

/** Waited for, as whoever locks a row does before they look: `takeSeats` only sends its own (docs/decisions, 13). */
const lock = ({ group_id, event_id }: EventKey) => sql`
  /*ruler.lock*/ select cap, taken from events.tally
  where group_id = ${group_id} and event_id = ${event_id} and class = 'seat' for update`;

const log = openLog('info');
const base = await openBase({ log, serves: false });
if ('refused' in base) throw new Error(base.sentence);

const house = await startHouse({
  config: base.config,
  url: base.url,
  log,
  works: true,
  prepare(ground) {
    placeDesk(ground, {
      async ask(event, ask, options = {}) {
        const asked = { key: `seat:${options.key ?? randomUUID()}`, ask, actor: options.actor ?? null };
        const [answer] = await transact(ground.db, async (tx) => {
          await lock(event).execute(tx);
          return takeSeats(tx, event, [asked], ground.now());
        });
        ground.mailsQueued();
        return answer as NonNullable<typeof answer>;
      },
    });
  },
  routes(app) {
    app.post('/g/:group/e/:event/noop', { config: { door: 'person' } }, async (_request, reply) => {
      flash(reply, 'Nothing was done.');
      return reply.redirect('/', 303);
    });
  },
});
await house.app.listen({ port: base.config.port, host: base.config.host });
process.once('SIGTERM', async () => {
  await house.stop();
  await base.stop();
  process.exit(0);
});
