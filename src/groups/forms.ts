// What a browser may send to this room, as typed values.
import {
  address,
  blankAsNull,
  line,
  maybeLine,
  prose,
  ticked,
  type Values,
  webAddress,
  z,
  zoneText,
} from '#kit/form.ts';
import { isCountry, isTongue } from './choices.ts';
import { zoneOfPlace } from './import-file/towns.ts';

const tongue = () => z.string().min(1).refine(isTongue);
const color = () =>
  z
    .string()
    .min(1)
    .toLowerCase()
    .refine((text) => /^#[0-9a-f]{6}$/.test(text), 'form.not_a_color');

/** A zone left blank is that of the place, where its town is known. */
export const startForm = z.preprocess(
  (form: Values) =>
    form.zone || typeof form.place !== 'string' ? form : { ...form, zone: zoneOfPlace(form.place) ?? '' },
  z.object({
    name: line(100),
    place: maybeLine(120).transform((place) => place ?? ''),
    zone: zoneText(zoneOfPlace),
    language: tongue(),
    although_alike: ticked(),
  }),
);

export const settingsForm = z.object({
  name: line(100),
  slug: z
    .string()
    .min(2)
    .max(60)
    .toLowerCase()
    .refine((text) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text), 'groups.slug_shape'),
  place: maybeLine(120).transform((place) => place ?? ''),
  country: blankAsNull(z.string().refine(isCountry)),
  zone: zoneText(zoneOfPlace),
  language: tongue(),
  color: color(),
  about: prose(20_000),
  website: blankAsNull(webAddress()),
});

export const conductForm = z.object({
  choice: z.string().min(1),
  own_text: prose(40_000),
  name_1: maybeLine(80),
  address_1: blankAsNull(address()),
  name_2: maybeLine(80),
  address_2: blankAsNull(address()),
});

export const wishesForm = z.object({ announced: ticked(), opened: ticked(), is_shown: ticked() });

const role = () => z.enum(['owner', 'organiser', 'door']);
export const inviteForm = z.object({ address: address(), role: role() });
/** `role` blank: no longer in the team. */
export const roleForm = z.object({ person_id: z.string().min(1), role: blankAsNull(role()) });
export const handOverForm = z.object({ person_id: z.string().min(1) });
export const revokeForm = z.object({ invitation_id: z.string().min(1) });

export const claimForm = z.object({ says: z.string().min(1).max(2000) });
export const answerForm = z.object({
  group_id: z.string().min(1),
  claim_id: z.string().min(1),
  answer: z.enum(['granted', 'declined']),
});
