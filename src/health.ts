// Is the server well? A write is tried end to end, because reads go on when writes have long stopped.
import type { FastifyReply } from 'fastify';
import { isAway } from '#kit/db.ts';
import type { Ground } from '#kit/ground.ts';

/** 200 `{"ok":true}` when a row could be written and committed within 2 s, otherwise 503. */
export async function health(ground: Ground, reply: FastifyReply): Promise<FastifyReply> {
  reply.header('cache-control', 'no-store');
  const written = await Promise.race([
    writeProbe(ground),
    new Promise<string>((done) => setTimeout(done, 2000, 'slow').unref()),
  ]);
  if (written === 'ok') return reply.send({ ok: true });
  return reply.code(503).header('retry-after', '5').send({ ok: false, database: written });
}

async function writeProbe(ground: Ground): Promise<string> {
  const value = JSON.stringify(ground.now().toString());
  try {
    await ground.db
      .insertInto('kit.fact')
      .values({ name: 'kit.probe', value, changed_at: new Date() })
      .onConflict((row) => row.column('name').doUpdateSet({ value, changed_at: new Date() }))
      .execute();
    return 'ok';
  } catch (error) {
    return isAway(error) ? 'away' : 'failed';
  }
}
