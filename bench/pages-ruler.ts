// Bare node:http that answers every request with the bytes of one recorded answer: its status, headers and body.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const recorded = readFileSync(process.argv[2] as string);
const end = recorded.indexOf('\r\n\r\n');
const [first = '', ...lines] = recorded.toString('latin1', 0, end).split('\r\n');
const body = recorded.subarray(end + 4);
const made = /^(date|connection|keep-alive|content-length)$/i;
const headers: Record<string, string> = { 'content-length': String(body.length) };
for (const line of lines) {
  const [name = '', ...value] = line.split(': ');
  if (!made.test(name)) headers[name] = value.join(': ');
}
const status = Number(first.split(' ')[1]);

createServer((_request, response) => {
  response.writeHead(status, headers);
  response.end(body);
}).listen(Number(process.env.UGROUP_PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
