// The addresses of this room, made in one place.
const at = (group: string, event: string) => `/g/${group}/e/${event}`;

export const tonightPaths = {
  /** One page for the team on the night. */
  night: (group: string, event: string) => `${at(group, event)}/tonight`,
  late: (group: string, event: string) => `${at(group, event)}/tonight/late`,
  slides: (group: string, event: string) => `${at(group, event)}/slides`,
  slidesPdf: (group: string, event: string) => `${at(group, event)}/slides.pdf`,
  slidesEdit: (group: string, event: string) => `${at(group, event)}/slides/edit`,
  morning: (group: string, event: string) => `${at(group, event)}/morning-after`,
  thanks: (group: string, event: string) => `${at(group, event)}/thanks`,
};
