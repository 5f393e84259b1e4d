// What a browser may send about a venue, as typed values, or what is wrong by field.
import { zoneOfPlace } from '#groups';
import {
  blankAsNull,
  line,
  maybeLine,
  maybeWhole,
  prose,
  type Read,
  readForm,
  ticked,
  type Values,
  z,
  zoneText,
} from '#kit/form.ts';
import type { Venue } from './queries.ts';
import { type Access, type AccessFact, type Arrival, type ArrivalLine, accessFacts, arrivalLines } from './tables.ts';

/** Names of the fields about one question. */
export const accessField = (fact: AccessFact) => `access_${fact}`;
export const arrivalField = (asked: ArrivalLine) => `arrival_${asked}`;

const orNothing = (most: number) => maybeLine(most).transform((text) => text ?? '');

/** `43.0389, -87.9065`, as maps write it. */
const position = () =>
  blankAsNull(
    z
      .string()
      .transform((text) => /^(-?\d{1,2}(?:\.\d+)?)\s*[,;]\s*(-?\d{1,3}(?:\.\d+)?)$/.exec(text))
      .transform((found, context) => {
        const [latitude, longitude] = [Number(found?.[1]), Number(found?.[2])];
        if (found && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return { latitude, longitude };
        context.addIssue({ code: 'custom', message: 'form.not_understood' });
        return z.NEVER;
      }),
  );

const answers = Object.fromEntries(
  accessFacts.map((fact) => [accessField(fact), z.enum(['yes', 'no']).optional().catch(undefined)]),
);
const lines = Object.fromEntries(
  arrivalLines.map((asked) => [arrivalField(asked), asked === 'note' ? prose(1000) : orNothing(200)]),
);

/** A zone left blank is that of the city, where it is known. */
const venueForm = z.preprocess(
  (form: Values) =>
    form.zone || typeof form.city !== 'string' ? form : { ...form, zone: zoneOfPlace(form.city) ?? '' },
  z.object({
    name: line(160),
    address: orNothing(200),
    city: line(80),
    zone: zoneText(zoneOfPlace),
    position: position(),
    capacity: maybeWhole(1, 100_000),
    access_note: prose(500),
    contact_name: orNothing(120),
    contact_reach: orNothing(200),
    although_alike: ticked(),
    ...answers,
    ...lines,
  }),
);

/** A venue as somebody described it. */
export type VenueDraft = Pick<
  Venue,
  | 'name'
  | 'address'
  | 'city'
  | 'zone'
  | 'latitude'
  | 'longitude'
  | 'capacity'
  | 'access_note'
  | 'contact_name'
  | 'contact_reach'
> & { arrival: Arrival; access: Access };

/** Reads the form. `although_alike`: it is another one, although one of this name is in the city. */
export function readVenue(body: unknown): Read<{ draft: VenueDraft; although_alike: boolean }> {
  const read = readForm(venueForm, body);
  if (!read.ok) return read;
  const { position: where, although_alike, name, address, city, zone, capacity, ...rest } = read.value;
  const { access_note, contact_name, contact_reach } = rest;
  const said = rest as Record<string, string | undefined>;
  const draft: VenueDraft = {
    ...{ name, address, city, zone, capacity, access_note, contact_name, contact_reach },
    latitude: where?.latitude ?? null,
    longitude: where?.longitude ?? null,
    arrival: answered(arrivalLines, (asked) => said[arrivalField(asked)]),
    access: answered(accessFacts, (fact) => said[accessField(fact)]) as Access,
  };
  return { ok: true, value: { draft, although_alike }, values: read.values };
}

/** A venue as the fields of its form. */
export function formOfVenue(venue: Venue): Values {
  const { name, address, city, zone, latitude, longitude, capacity, access_note, contact_name, contact_reach } = venue;
  return {
    ...{ name, address, city, zone, access_note, contact_name, contact_reach },
    position: latitude === null ? '' : `${latitude}, ${longitude}`,
    capacity: capacity === null ? '' : String(capacity),
    ...Object.fromEntries(arrivalLines.map((asked) => [arrivalField(asked), venue.arrival[asked] ?? ''])),
    ...Object.fromEntries(accessFacts.map((fact) => [accessField(fact), venue.access[fact] ?? ''])),
  };
}

function answered<T extends string>(asked: readonly T[], answer: (one: T) => string | undefined) {
  return Object.fromEntries(asked.map((one) => [one, answer(one)]).filter(([, said]) => said)) as Record<
    string,
    string
  >;
}

const searchForm = z.object({
  q: z
    .string()
    .transform((text) => text.slice(0, 100))
    .catch(''),
  after: z.string().catch(''),
});

/** The search in an address; always one. */
export function readVenueSearch(query: unknown): { q: string; after: string } {
  const read = readForm(searchForm, query);
  return read.ok ? read.value : { q: '', after: '' };
}
