// The addresses of this room, made in one place.
const at = (group: string, event: string) => `/g/${group}/e/${event}`;
const ofSeries = (group: string, series: string) => `/g/${group}/series/${series}`;

export const seasonPaths = {
  /** The stop link of the mail about what is overdue, and its switch on one's own page. */
  digest: (person: string, signature: string) => `/stop/overdue/${person}/${signature}`,
  myDigest: () => '/me/overdue',
  /** The ways to a new evening. */
  plan: (group: string) => `/g/${group}/new`,
  planLike: (group: string, event: string) => `/g/${group}/new/like/${event}`,
  planFrom: (group: string, template: string) => `/g/${group}/new/from/${template}`,
  /** A series made from the same. */
  seriesLike: (group: string, event: string) => `/g/${group}/new/like/${event}/series`,
  seriesFrom: (group: string, template: string) => `/g/${group}/new/from/${template}/series`,
  series: ofSeries,
  seriesJoin: (group: string, series: string) => `${ofSeries(group, series)}/join`,
  seriesLeave: (group: string, series: string) => `${ofSeries(group, series)}/leave`,
  /** Its evenings, for calendars. */
  seriesFeed: (group: string, series: string) => `${ofSeries(group, series)}/feed.ics`,
  seriesManage: (group: string, series: string) => `${ofSeries(group, series)}/manage`,
  seriesSkip: (group: string, series: string) => `${ofSeries(group, series)}/skip`,
  seriesEnd: (group: string, series: string) => `${ofSeries(group, series)}/end`,
  checklist: (group: string, event: string) => `${at(group, event)}/checklist`,
  /** The same list, to be put in order. */
  order: (group: string, event: string) => `${at(group, event)}/checklist?order=yes`,
  usual: (group: string, event: string) => `${at(group, event)}/checklist/usual`,
  task: (group: string, event: string, task: string) => `${at(group, event)}/checklist/${task}`,
  done: (group: string, event: string, task: string) => `${at(group, event)}/checklist/${task}/done`,
  move: (group: string, event: string, task: string) => `${at(group, event)}/checklist/${task}/move`,
  remove: (group: string, event: string, task: string) => `${at(group, event)}/checklist/${task}/remove`,
};
