// Which clock something goes by: a city to type, with every zone's city offered and what its clock is called.
import { isZone, sayZone, zoneCity, zoneNamed, zones } from '#kit/time.ts';
import type { Lang } from '#kit/words.ts';
import { Field } from './field.tsx';
import { Kept } from './kept.tsx';
import { type Asked, fieldId } from './said.tsx';
import { words } from './words.ts';

type ZoneFieldProps = Asked & {
  lang: Lang;
  /** A zone, or what was typed. */
  value?: string | null | undefined;
  /** Zones to offer before all others: the group's, the place's. */
  first?: readonly (string | null | undefined)[] | undefined;
};

/** A line of text that finds its zone by a city, with or without scripts; read it with `zoneText`. */
export function ZoneField({ lang, value, first = [], hint, ...rest }: ZoneFieldProps) {
  const t = words(lang);
  const list = `${rest.id ?? fieldId(rest.name)}-zones`;
  const offered = [...new Set(first.filter((zone) => zone && zone !== value && isZone(zone)))] as string[];
  const known = value && isZone(value) ? value : null;
  return (
    <>
      <Field
        {...rest}
        value={known ? cityOrName(known) : value}
        hint={
          <>
            {hint ?? t('zone.hint')} {known && t('zone.now', { city: cityOrName(known), clock: sayZone(known, lang) })}{' '}
            {offered.map((zone) => t('zone.or', { city: zoneCity(zone), clock: sayZone(zone, lang) })).join(' ')}
          </>
        }
        list={list}
        maxlength={100}
        autocomplete="off"
      />
      <datalist id={list}>
        {offered.map((zone) => (
          <ZoneOption key={zone} zone={zone} lang={lang} />
        ))}
        <Kept of={words} as="zones" draw={() => <AllZones lang={lang} />} />
      </datalist>
    </>
  );
}

function AllZones({ lang }: { lang: Lang }) {
  const cities = zones().sort((a, b) => zoneCity(a).localeCompare(zoneCity(b), lang));
  return (
    <>
      {cities.map((zone) => (
        <ZoneOption key={zone} zone={zone} lang={lang} />
      ))}
    </>
  );
}

function ZoneOption({ zone, lang }: { zone: string; lang: Lang }) {
  return <option value={cityOrName(zone)} label={sayZone(zone, lang)} />;
}

/** The city, where it leads back to this very zone; otherwise the zone's own name. */
function cityOrName(zone: string): string {
  const city = zoneCity(zone);
  return zoneNamed(city) === zone ? city : zone;
}
