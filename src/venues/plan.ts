// The form of an evening or a series somebody left to look for its venue; they come back to it with the venue chosen.

/** Whatever is planned has its form at such an address of a group: `/g/lakeside/new/blank`, `/g/lakeside/e/queues/edit`. */
const form = /^\/g\/([\w-]+)\/(?:new|e)\/[\w/-]{1,300}$/;

/** The address of that form, and its group's. */
export type Plan = { path: string; group: string };

/** The form `plan` of an address or a body names; null for none, and for anything else. */
export function readPlan(said: unknown): Plan | null {
  const { plan } = (said ?? {}) as { plan?: unknown };
  const [path, group] = (typeof plan === 'string' && form.exec(plan)) || [];
  return path && group ? { path, group } : null;
}

/** What the address of a form says was chosen, over what the form has; blank is a choice only within the form. */
export function chosenVenue(query: unknown): { venue?: string } {
  const { venue } = (query ?? {}) as { venue?: unknown };
  return typeof venue === 'string' && venue !== '' ? { venue } : {};
}
