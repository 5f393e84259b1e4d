// The imprint that comes with the program. `{name}`, `{address}` and `{mail}` are filled in by whoever runs the server.
// One line a paragraph: a line break is a line break to who reads it, and to who edits it.
import type { Lang } from '#kit/words.ts';

export const imprint: Record<Lang, string> = {
  en: `This server is run by

{name}
{address}

You reach us at {mail}.

## Who writes here

Groups write their own pages and announce their own evenings. If something stands here that should not, write to us and say where. We look at it, and take down what may not stay.

## What this runs on

Ugroup is open source under the [Apache License 2.0](https://www.apache.org/licenses/LICENSE-2.0): anybody may run a server of their own.
`,
  de: `Diesen Server betreibt

{name}
{address}

Du erreichst uns unter {mail}.

## Wer hier schreibt

Gruppen schreiben ihre Seiten selbst und kündigen ihre Abende selbst an. Steht hier etwas, das hier nicht stehen darf, dann schreib uns, wo. Wir sehen es uns an und nehmen herunter, was nicht bleiben kann.

## Womit das läuft

Ugroup ist quelloffen unter der [Apache-Lizenz 2.0](https://www.apache.org/licenses/LICENSE-2.0): Wer mag, betreibt damit einen eigenen Server.
`,
};
