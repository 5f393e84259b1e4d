// The addresses of this room, made in one place.
export const numberPaths = {
  /** What the group's own evenings say; the same as a table to take along. */
  group: (group: string) => `/g/${group}/numbers`,
  groupCsv: (group: string) => `/g/${group}/numbers.csv`,
  /** What is to be expected of one evening, and why. */
  evening: (group: string, event: string) => `/g/${group}/e/${event}/numbers`,
  /** The same evening's sign-ups, forecast and outcome as a table to take along. */
  csv: (group: string, event: string) => `/g/${group}/e/${event}/numbers.csv`,
  /** What to order for an evening, and how; and what was ordered. */
  food: (group: string, event: string) => `/g/${group}/e/${event}/food`,
  ordered: (group: string, event: string) => `/g/${group}/e/${event}/food/ordered`,
  /** Whether guests are asked what they don't eat; the list with their names. */
  kitchen: (group: string, event: string) => `/g/${group}/e/${event}/food/kitchen`,
  pickUp: (group: string, event: string) => `/g/${group}/e/${event}/food/list`,
  /** A guest's own: what they don't eat. */
  diet: (group: string, event: string) => `/g/${group}/e/${event}/diet`,
  /** Evenings that were, typed in; `change`: the day of one to change. */
  past: (group: string, change?: string) => `/g/${group}/numbers/past${change ? `?change=${change}` : ''}`,
  /** A file of evenings and guests that were elsewhere; one that is being looked through. */
  history: (group: string) => `/g/${group}/numbers/history`,
  historyFile: (group: string, file: string) => `/g/${group}/numbers/history/${file}`,
  invite: (group: string) => `/g/${group}/numbers/history/invite`,
  forgetContacts: (group: string) => `/g/${group}/numbers/history/forget`,
  forgetPast: (group: string) => `/g/${group}/numbers/past/remove`,
};
