// The parts of the world one can look at, and which countries count to each.

export const regionNames = [
  'europe',
  'africa',
  'west_asia',
  'south_asia',
  'east_asia',
  'north_america',
  'latin_america',
  'oceania',
] as const;
export type RegionName = (typeof regionNames)[number];

/** The middle of a view, and how many degrees of a great circle lie between it and the upper edge. */
export type Circle = { latitude: number; longitude: number; degrees: number };

export const regionViews: Record<RegionName, Circle> = {
  europe: { latitude: 54, longitude: 14, degrees: 20 },
  africa: { latitude: 1, longitude: 18, degrees: 37 },
  west_asia: { latitude: 34, longitude: 55, degrees: 22 },
  south_asia: { latitude: 20, longitude: 80, degrees: 17 },
  east_asia: { latitude: 21, longitude: 118, degrees: 33 },
  north_america: { latitude: 46, longitude: -98, degrees: 28 },
  latin_america: { latitude: -13, longitude: -75, degrees: 46 },
  oceania: { latitude: -27, longitude: 150, degrees: 26 },
};

// After the United Nations' areas (M49); Russia counts to Europe, Iran to western, Mexico to Latin America.
const countries: Record<RegionName, string> = {
  europe:
    'AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK',
  africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW',
  west_asia: 'AE AM AZ BH CY GE IL IQ IR JO KG KW KZ LB OM PS QA SA SY TJ TM TR UZ YE',
  south_asia: 'AF BD BT IN LK MV NP PK',
  east_asia: 'BN CN HK ID JP KH KP KR LA MM MN MO MY PH SG TH TL TW VN',
  north_america: 'BM CA GL PM US',
  latin_america:
    'AG AI AR AW BB BL BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN KY LC MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI',
  oceania: 'AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV VU WF WS',
};

const regionBy = new Map(
  regionNames.flatMap((name) => countries[name].split(' ').map((code) => [code, name] as const)),
);

/** The part of the world a country counts to. */
export function regionOf(country: string): RegionName | null {
  return regionBy.get(country) ?? null;
}
