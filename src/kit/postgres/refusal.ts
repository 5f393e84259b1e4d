// Why there is no PostgreSQL: codes the edge puts into words, each with a plain English sentence for the terminal.
export type Refusal = {
  refused:
    | 'kit.postgres.second_server'
    | 'kit.postgres.musl'
    | 'kit.postgres.no_binaries'
    | 'kit.postgres.no_unprivileged_user'
    | 'kit.postgres.failed';
  detail: string;
};

/** One refusal; `detail` is a whole sentence that says what to do. */
export function refuse(refused: Refusal['refused'], detail: string): Refusal {
  return { refused, detail };
}

/** Tells a refusal from whatever else a function may give. */
export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
