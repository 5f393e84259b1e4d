// What a form shows again: the words typed, and the errors in the order of its fields.
import type { Values } from '#kit/form.ts';

/** One field's text; of several, the first. */
export function typed(values: Values, name: string): string {
  const value = values[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

/** Errors as `ErrorSummary` takes them, by the order of `labels`. */
export function summaryOf(labels: Record<string, string>, errors: Record<string, string>) {
  return Object.entries(labels).flatMap(([field, label]) => {
    const error = errors[field];
    return error === undefined ? [] : [{ field, label, error }];
  });
}

/** An address as a link's target: what a mail program would read as more than an address stays part of it. */
export function mailTo(address: string): string {
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}`;
}
