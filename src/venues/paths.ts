// The addresses of this room, made in one place.
const at = (venue: string, rest = '') => `/venues/${venue}${rest}`;
const asked = (path: string, said: Record<string, string>) => {
  const query = new URLSearchParams(Object.entries(said).filter(([, value]) => value !== ''));
  return query.size > 0 ? `${path}?${query}` : path;
};

export const venuePaths = {
  /** All venues, to search. `after`: where the next page begins. `plan`: the form a venue is looked for, here and below. */
  list: ({ q = '', after = '', plan = '' }: { q?: string; after?: string; plan?: string | undefined } = {}) =>
    asked('/venues', { q, after, plan }),
  /** `name`: what was looked for and not found. */
  add: (plan = '', name = '') => asked('/venues/new', { plan, name }),
  show: (venue: string, plan = '') => asked(at(venue), { plan }),
  /** The form again, with the venue chosen. */
  chosen: (plan: string, venue_id: string) => asked(plan, { venue: venue_id }),
  edit: (venue: string) => at(venue, '/edit'),
  /** Puts it among those a group chooses from. */
  use: (venue: string) => at(venue, '/use'),
  caretakers: (venue: string) => at(venue, '/caretakers'),
  leave: (venue: string) => at(venue, '/caretakers/leave'),
  take: (venue: string) => at(venue, '/caretakers/take'),
  /** Tells those who look after it what is wrong. */
  correct: (venue: string) => at(venue, '/correct'),
};
