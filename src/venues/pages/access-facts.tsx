// What people ask before they come, in three lists: yes, no, and what nobody has said yet.
import type { ComponentChildren } from 'preact';
import type { Lang } from '#kit/words.ts';
import { Facts } from '#ui/panel.tsx';
import { type Access, accessFacts } from '../tables.ts';
import { words } from '../words.ts';

type Props = {
  lang: Lang;
  access: Access;
  /** In their own words, in `noteLang` where that is known. */
  note: string;
  noteLang?: string | undefined;
  /** Whom to ask about the rest: an address, or a sentence. */
  ask: { href: string } | { text: string };
};

/** Every fact is in one of the lists: what is not known is said, not left out (practice.md INCL-4). */
export function AccessFacts({ lang, access, note, noteLang, ask }: Props) {
  const t = words(lang);
  const those = (answer: 'yes' | 'no' | undefined) => accessFacts.filter((fact) => access[fact] === answer);
  const unknown = those(undefined);
  const list = (facts: readonly (typeof accessFacts)[number][], more?: ComponentChildren) => (
    <ul class="venues-facts">
      {facts.map((fact) => (
        <li key={fact}>{t(`access.${fact}`)}</li>
      ))}
      {more && <li>{more}</li>}
    </ul>
  );
  const rest = 'href' in ask ? <a href={ask.href}>{t('access.ask.us')}</a> : <span class="ui-soft">{ask.text}</span>;
  const items = [
    { term: t('access.yes'), facts: those('yes'), detail: list(those('yes')) },
    { term: t('access.no'), facts: those('no'), detail: list(those('no')) },
    { term: t('access.ask'), facts: unknown, detail: list(unknown, rest) },
  ].filter(({ facts }) => facts.length > 0);
  return (
    <>
      <Facts items={items} />
      {note && (
        <p class="venues-lines" lang={noteLang} dir="auto">
          {note}
        </p>
      )}
    </>
  );
}
