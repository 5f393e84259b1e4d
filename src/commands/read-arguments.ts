// What was typed behind a command, or in a plain sentence what is wrong with it.
import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';

export type Read = { values: Record<string, string | boolean | undefined>; rest: string[] } | { wrong: string };

/** `least` and `most`: how many things may stand beside the options; `what` names one of them. */
export function readArguments(
  args: string[],
  options: ParseArgsOptionsConfig,
  rest: { what: string; least: number; most: number },
): Read {
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    return { wrong: wordsFor(error) };
  }
  const { positionals } = parsed;
  if (positionals.length < rest.least) return { wrong: `It needs ${rest.what}.` };
  if (positionals.length > rest.most) return { wrong: `"${positionals[rest.most]}" is more than it can take.` };
  const values = Object.fromEntries(
    Object.entries(parsed.values).map(([name, value]) => [name, typeof value === 'boolean' ? value : String(value)]),
  );
  return { values, rest: positionals };
}

function wordsFor(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  const option = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `There is no option "${option}" here.`;
  if (/does not take an argument/.test(message)) return `"${option}" takes no value.`;
  return option === '' ? 'The options are not understood.' : `"${option}" needs a value.`;
}
