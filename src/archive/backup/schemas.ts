// Which schemas a backup holds: every room's, which only what stands above the rooms can know.
let known: readonly string[] = [];

/** Says which schemas are ours; called once when the program starts. */
export function connectSchemas(schemas: readonly string[]): void {
  known = schemas;
}

/** Throws before anybody said: a backup of nothing would look like one. */
export function backupSchemas(): readonly string[] {
  if (known.length === 0) throw new Error('archive: nobody said which schemas are ours');
  return known;
}
