// Which backups of a folder stay and which go. Pure.

export type KeepRule = { daily: number; weekly: number; monthly: number };

/** Two weeks back by the day and by the week, a year by the month: what most people would have wanted to go back to. */
export const usualKeep: KeepRule = { daily: 7, weekly: 4, monthly: 12 };

/** `7 daily, 4 weekly, 12 monthly`, in any order; what is not named is none. Null for anything else, or for nothing at all. */
export function readKeepRule(text: string): KeepRule | null {
  const rule: KeepRule = { daily: 0, weekly: 0, monthly: 0 };
  for (const part of text.split(',')) {
    const [, number = '', kind = ''] = /^\s*(\d{1,4})\s+(daily|weekly|monthly)\s*$/.exec(part) ?? [];
    if (kind === '') return null;
    rule[kind as keyof KeepRule] = Number(number);
  }
  return rule.daily + rule.weekly + rule.monthly > 0 ? rule : null;
}

/** `ugroup-2026-10-08T18-30-05Z.zip`: the moment it was begun, in a form every file system takes. */
export function backupName(began: Date): string {
  return `ugroup-${began.toISOString().slice(0, 19).replaceAll(':', '-')}Z.zip`;
}

/** When the backup of this name was begun; null for a file of any other name. */
export function beganOf(name: string): Date | null {
  const [, day, time] = /^ugroup-(\d{4}-\d\d-\d\d)T(\d\d-\d\d-\d\d)Z\.zip$/.exec(name) ?? [];
  const began = new Date(`${day}T${time?.replaceAll('-', ':')}Z`);
  return day && !Number.isNaN(began.getTime()) ? began : null;
}

/**
 * The names that may go: of each of the last so many days, weeks (from Monday) and months that have a backup the newest
 * stays, in UTC. The newest of all stays in any case, and so does whatever is not called like a backup.
 */
export function decideDropped(names: readonly string[], { daily, weekly, monthly }: KeepRule): string[] {
  const backups = names
    .flatMap((name) => {
      const began = beganOf(name);
      return began ? [{ name, began }] : [];
    })
    .sort((a, b) => b.began.getTime() - a.began.getTime());
  const kept = new Set(backups.slice(0, 1).map(({ name }) => name));
  for (const [most, periodOf] of [
    [daily, dayOf],
    [weekly, weekOf],
    [monthly, monthOf],
  ] as const) {
    const newest = new Map<string, string>();
    for (const { name, began } of backups) {
      const period = periodOf(began);
      if (!newest.has(period)) newest.set(period, name);
    }
    for (const name of [...newest.values()].slice(0, most)) kept.add(name);
  }
  return backups.map(({ name }) => name).filter((name) => !kept.has(name));
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
const monthOf = (at: Date): string => at.toISOString().slice(0, 7);
/** The Monday it begins with. */
const weekOf = (at: Date): string => dayOf(new Date(at.getTime() - ((at.getUTCDay() + 6) % 7) * 86_400_000));
