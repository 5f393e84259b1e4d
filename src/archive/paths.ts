// This room's addresses.
export const archivePaths = {
  /** Where an owner takes the group along. */
  leave: ({ slug }: { slug: string }) => `/g/${encodeURIComponent(slug)}/settings/archive`,
  /** Where the keeper brings a group in. */
  moveIn: () => '/keeper/archive',
};
