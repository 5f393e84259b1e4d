// Begins and ends listening so that nobody who asks meanwhile is turned away.
import { Server as NetServer } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * The socket a supervisor already listens on and hands over (systemd's socket activation, sd_listen_fds(3): the first is
 * file descriptor 3). Visitors who come while no Ugroup runs wait in its queue, so a restart turns nobody away.
 */
export function handedSocket(env: NodeJS.ProcessEnv = process.env, pid = process.pid): number | undefined {
  return Number(env.LISTEN_PID) === pid && Number(env.LISTEN_FDS) >= 1 ? 3 : undefined;
}

/** Listens on the handed socket, or else on `port`. */
export async function listenOn(app: FastifyInstance, { port, host }: { port: number; host: string }): Promise<void> {
  const fd = handedSocket();
  try {
    // Fastify hands what it does not know on to Node.
    await app.listen(fd === undefined ? { port, host } : ({ fd, host: '' } as { host: string }));
  } catch (error) {
    if ((error as { code?: string }).code !== 'EADDRINUSE') throw error;
    throw new Error(`port ${port} is taken. Choose another: UGROUP_PORT=3001 npm start`);
  }
}

/** How long a visitor's open connection is waited for: in a rush the next request comes at once, and says goodbye. */
const QUIET_MS = 1500;

/**
 * Stops taking connections and lets those that are there end well: every answer from now on says that it is the last on its
 * connection, and one on which nothing is asked is closed after a moment. Resolves when all are gone, or after `mostMs`.
 */
export async function drain({ server }: FastifyInstance, mostMs = 12_000): Promise<void> {
  if (!server.listening) return;
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false;
  });
  // The socket alone: http's own `close` would at once cut connections on which a request may just be on its way.
  const gone = new Promise<void>((done) => NetServer.prototype.close.call(server, () => done()));
  const idle = setInterval(() => server.closeIdleConnections(), QUIET_MS);
  const late = setTimeout(() => server.closeAllConnections(), mostMs);
  await gone;
  clearInterval(idle);
  clearTimeout(late);
}
