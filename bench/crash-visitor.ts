// Asks, and asks the same again until it is answered, as a browser's reader and a phone at the door do.
import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export type Answer = { status: number; headers: IncomingHttpHeaders };

/** `asker` resolves with the first answer of `wanted` status; no connection and 503 are asked again, anything else is an error. */
export function keepAsking(port: number) {
  const agent = new Agent({ keepAlive: true });
  let open = 0;

  async function asker(path: string, headers: Record<string, string>, body: string, wanted: number): Promise<Answer> {
    for (;;) {
      const answer = await once(path, headers, body).catch(() => null);
      if (answer?.status === wanted) return answer;
      if (answer && answer.status !== 503) throw new Error(`${path} answered ${answer.status}`);
      await new Promise((done) => setTimeout(done, 40));
    }
  }

  function once(path: string, headers: Record<string, string>, body: string): Promise<Answer> {
    const form = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    };
    open++;
    return new Promise<Answer>((done, fail) => {
      const asked = request(
        { agent, host: '127.0.0.1', port, path, method: 'POST', headers: { ...form, ...headers }, timeout: 15_000 },
        (answer) => {
          answer.resume();
          answer.on('error', fail);
          answer.on('aborted', () => fail(new Error('cut')));
          answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers }));
        },
      );
      asked.on('timeout', () => asked.destroy(new Error('no answer')));
      asked.on('error', fail);
      asked.end(body);
    }).finally(() => {
      open--;
    });
  }

  return { asker, inFlight: () => open };
}
