// The addresses of this room, made in one place.
const at = (venue: string, rest = '') => `/venues/${venue}${rest}`;

export const venuePaths = {
  /** All venues, to search. `after`: where the next page begins. */
  list: ({ q = '', after = '' }: { q?: string; after?: string } = {}) => {
    const query = new URLSearchParams({ ...(q && { q }), ...(after && { after }) });
    return query.size > 0 ? `/venues?${query}` : '/venues';
  },
  add: () => '/venues/new',
  show: (venue: string) => at(venue),
  edit: (venue: string) => at(venue, '/edit'),
  /** Puts it among those a group chooses from. */
  use: (venue: string) => at(venue, '/use'),
  caretakers: (venue: string) => at(venue, '/caretakers'),
  leave: (venue: string) => at(venue, '/caretakers/leave'),
  take: (venue: string) => at(venue, '/caretakers/take'),
  /** Tells those who look after it what is wrong. */
  correct: (venue: string) => at(venue, '/correct'),
};
