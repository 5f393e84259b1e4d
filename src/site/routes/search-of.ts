// The search in a request, within what one network may search.
import type { FastifyRequest } from 'fastify';
import type { Ground } from '#kit/ground.ts';
import { readSearch, type Search } from '../forms.ts';

/** Searching costs the database a look at every row, so it is limited; looking through the plain lists is not. Throws 429. */
export async function searchOf(request: FastifyRequest, { limits }: Ground, { costs = false } = {}): Promise<Search> {
  const search = readSearch(request.query);
  if ((search.q || costs) && !(await limits.count('search', request.ip))) {
    throw Object.assign(new Error('too many searches'), { statusCode: 429 });
  }
  return search;
}
