// A mail server on loopback that notes which mails it took: it answers 250 after it has.
import type { AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { SMTPServer } from 'smtp-server';
import type { Db } from '#kit/tables.ts';

export async function openMailbox() {
  /** How often each Message-ID was taken. */
  const taken = new Map<string, number>();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const id = /^message-id:\s*(<[^>]+>)/im.exec(Buffer.concat(chunks).toString('latin1'))?.[1] ?? '';
        taken.set(id, (taken.get(id) ?? 0) + 1);
        done();
      });
    },
  });
  // Whoever was killed in the middle of a mail just goes away.
  server.on('error', () => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken: () => taken,
    /** Until nothing waits any more; a mail claimed by who was killed is free again after three minutes. */
    async whenDone(db: Db): Promise<void> {
      for (let waited = 0; waited < 900; waited++) {
        const { rows } = await sql<{ n: number }>`
          select count(*)::int as n from kit.mail where state = 'waiting' and due_at <= now()`.execute(db);
        if (rows[0]?.n === 0) return;
        if (waited % 15 === 0) console.error(`${rows[0]?.n} mails wait`);
        await new Promise((done) => setTimeout(done, 1000));
      }
    },
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}
