// The addresses of this room, made in one place.
const of = (group: string) => `/g/${group}/faq`;

export const faqPaths = {
  /** For the team: the four pages and how they stand. */
  all: of,
  /** Public once it is published. */
  show: (group: string, audience: string) => `${of(group)}/${audience}`,
  edit: (group: string, audience: string) => `${of(group)}/${audience}/edit`,
};
