// The addresses of this room, made in one place.
const at = (group: string, event: string) => `/g/${group}/e/${event}`;

export const seasonPaths = {
  checklist: (group: string, event: string) => `${at(group, event)}/checklist`,
  /** The same list, to be put in order. */
  order: (group: string, event: string) => `${at(group, event)}/checklist?order=yes`,
  usual: (group: string, event: string) => `${at(group, event)}/checklist/usual`,
  task: (group: string, event: string, task: string) => `${at(group, event)}/checklist/${task}`,
  done: (group: string, event: string, task: string) => `${at(group, event)}/checklist/${task}/done`,
  move: (group: string, event: string, task: string) => `${at(group, event)}/checklist/${task}/move`,
  remove: (group: string, event: string, task: string) => `${at(group, event)}/checklist/${task}/remove`,
  note: (group: string, event: string) => `${at(group, event)}/checklist/note`,
};
