// Where a place is: its zone and country, from coordinates, by the nearest town that is known here.
import { compareKey } from '#kit/compare-key.ts';
import { zonePoints } from './zone-points.ts';

// Towns beside the zones' own points, so that the nearest one lies on the right side of a border. Only where a country has
// one zone is a town listed without it.
const more = `
US America/New_York: Atlanta 33.7 -84.4, Miami 25.8 -80.2, Orlando 28.5 -81.4, Jacksonville 30.3 -81.7, Tallahassee
30.4 -84.3, Tampa 27.9 -82.5, Charlotte 35.2 -80.8, Greenville 34.8 -82.4, Knoxville 36 -83.9, Chattanooga 35 -85.3,
Cincinnati 39.1 -84.5, Columbus 40 -83, Cleveland 41.5 -81.7, Pittsburgh 40.4 -80, Buffalo 42.9 -78.9, Boston 42.4
-71.1, Portland 43.7 -70.3, Washington 38.9 -77, Raleigh 35.8 -78.6, Fort Wayne 41.1 -85.1, Lexington 38 -84.5, West
Lafayette 40.4 -86.9, Lansing 42.7 -84.6, Grand Rapids 43 -85.7, Columbus 32.5 -85, Burlington 44.5 -73.2; US
America/Chicago: Milwaukee 43 -87.9, Madison 43.1 -89.4, Minneapolis 45 -93.3, Duluth 46.8 -92.1, Des Moines 41.6
-93.6, St. Louis 38.6 -90.2, Kansas City 39.1 -94.6, Omaha 41.3 -95.9, Tulsa 36.2 -96, Oklahoma City 35.5 -97.5,
Dallas 32.8 -96.8, Austin 30.3 -97.7, Houston 29.8 -95.4, San Antonio 29.4 -98.5, McAllen 26.2 -98.2, Lubbock 33.6
-101.9, Midland 32 -102.1, Amarillo 35.2 -101.8, New Orleans 30 -90.1, Memphis 35.1 -90, Nashville 36.2 -86.8,
Clarksville 36.5 -87.4, Birmingham 33.5 -86.8, Huntsville 34.7 -86.6, Mobile 30.7 -88, Montgomery 32.4 -86.3,
Pensacola 30.4 -87.2, Jackson 32.3 -90.2, Little Rock 34.7 -92.3, Fayetteville 36.1 -94.2, Fargo 46.9 -96.8, Sioux
Falls 43.5 -96.7, Wichita 37.7 -97.3, Evansville 38 -87.6, Bowling Green 37 -86.4, Gary 41.6 -87.3; US America/Denver:
Salt Lake City 40.8 -111.9, Colorado Springs 38.8 -104.8, Albuquerque 35.1 -106.6, El Paso 31.8 -106.4, Billings 45.8
-108.5, Missoula 46.9 -114, Cheyenne 41.1 -104.8, Grand Junction 39.1 -108.6, St. George 37.1 -113.6, Rapid City 44.1
-103.2; US America/Los_Angeles: San Francisco 37.8 -122.4, San Diego 32.7 -117.2, Sacramento 38.6 -121.5, Fresno 36.7
-119.8, Las Vegas 36.2 -115.1, Reno 39.5 -119.8, Portland 45.5 -122.7, Seattle 47.6 -122.3, Spokane 47.7 -117.4,
Eugene 44 -123.1, Medford 42.3 -122.9, Palm Springs 33.8 -116.5; US America/Phoenix: Tucson 32.2 -110.9, Flagstaff
35.2 -111.7, Yuma 32.7 -114.6; CA America/Toronto: Ottawa 45.4 -75.7, Montréal 45.5 -73.6, Québec 46.8 -71.2, London
43 -81.2, Windsor 42.3 -83, Sudbury 46.5 -81, Thunder Bay 48.4 -89.2; CA America/Moncton: Fredericton 46 -66.6; CA
America/Edmonton: Calgary 51 -114.1, Lethbridge 49.7 -112.8; CA America/Regina: Saskatoon 52.1 -106.7; CA
America/Vancouver: Victoria 48.4 -123.4, Kelowna 49.9 -119.5, Prince George 53.9 -122.7; CA America/St_Johns: Gander
49 -54.6; MX America/Mexico_City: Guadalajara 20.7 -103.3, León 21.1 -101.7, Puebla 19 -98.2, Oaxaca 17.1 -96.7,
Querétaro 20.6 -100.4, San Luis Potosí 22.2 -101, Aguascalientes 21.9 -102.3, Veracruz 19.2 -96.1, Villahermosa 18
-92.9, Tuxtla 16.8 -93.1, Morelia 19.7 -101.2, Acapulco 16.9 -99.9, Tapachula 14.9 -92.3; MX America/Monterrey:
Saltillo 25.4 -101, Torreón 25.5 -103.4, Durango 24 -104.7, Ciudad Victoria 23.7 -99.1; MX America/Mazatlan: La Paz
24.1 -110.3, Culiacán 24.8 -107.4, Tepic 21.5 -104.9; MX America/Hermosillo: Ciudad Obregón 27.5 -109.9, Nogales 31.3
-110.9; MX America/Tijuana: Mexicali 32.6 -115.5, Ensenada 31.9 -116.6; BR America/Sao_Paulo: Rio de Janeiro -22.9
-43.2, Belo Horizonte -19.9 -43.9, Brasília -15.8 -47.9, Goiânia -16.7 -49.3, Curitiba -25.4 -49.3, Florianópolis
-27.6 -48.5, Porto Alegre -30 -51.2, Vitória -20.3 -40.3, Londrina -23.3 -51.2, Montes Claros -16.7 -43.9, Foz do
Iguaçu -25.5 -54.6, Cascavel -25 -53.5, Chapecó -27.1 -52.6, Uberlândia -18.9 -48.3, Presidente Prudente -22.1 -51.4,
Barreiras -12.1 -45; BR America/Fortaleza: Natal -5.8 -35.2, João Pessoa -7.1 -34.9, Teresina -5.1 -42.8, São Luís
-2.5 -44.3; BR America/Maceio: Aracaju -10.9 -37.1; BR America/Campo_Grande: Dourados -22.2 -54.8; BR America/Belem:
Macapá 0 -51.1; AR America/Argentina/Cordoba: Rosario -32.9 -60.7, Santa Fe -31.6 -60.7, Corrientes -27.5 -58.8,
Posadas -27.4 -55.9, Resistencia -27.5 -59; AR America/Argentina/Buenos_Aires: Mar del Plata -38 -57.5, Bahía Blanca
-38.7 -62.3; AR America/Argentina/Salta: Neuquén -38.9 -68.1, Bariloche -41.1 -71.3, Santa Rosa -36.6 -64.3, General
Pico -35.7 -63.8; CL America/Santiago: Concepción -36.8 -73, Temuco -38.7 -72.6, Antofagasta -23.6 -70.4, Puerto Montt
-41.5 -72.9, Arica -18.5 -70.3; EC America/Guayaquil: Quito -0.2 -78.5, Cuenca -2.9 -79; AU Australia/Sydney: Canberra
-35.3 149.1, Newcastle -32.9 151.8, Albury -36.1 146.9; AU Australia/Melbourne: Geelong -38.1 144.4; AU
Australia/Brisbane: Gold Coast -28 153.4, Cairns -16.9 145.8, Townsville -19.3 146.8, Toowoomba -27.6 152; AU
Australia/Perth: Broome -18 122.2; AU Australia/Darwin: Alice Springs -23.7 133.9; AU Australia/Hobart: Launceston
-41.4 147.1; RU Europe/Moscow: Saint Petersburg 59.9 30.3, Nizhny Novgorod 56.3 44, Kazan 55.8 49.1, Rostov 47.2 39.7,
Krasnodar 45 39, Voronezh 51.7 39.2; RU Asia/Yekaterinburg: Ufa 54.7 56, Perm 58 56.2, Chelyabinsk 55.2 61.4, Tyumen
57.2 65.5; ID Asia/Jakarta: Medan 3.6 98.7, Bandung -6.9 107.6, Surabaya -7.3 112.7, Yogyakarta -7.8 110.4, Banda Aceh
5.5 95.3, Palembang -3 104.8; ID Asia/Makassar: Denpasar -8.7 115.2, Balikpapan -1.3 116.8, Manado 1.5 124.8; KZ
Asia/Almaty: Astana 51.2 71.4, Shymkent 42.3 69.6, Karaganda 49.8 73.1; CN Asia/Shanghai: Beijing 39.9 116.4,
Guangzhou 23.1 113.3, Shenzhen 22.6 114, Chengdu 30.7 104.1, Wuhan 30.6 114.3, Xi’an 34.3 108.9, Lanzhou 36.1 103.8,
Harbin 45.8 126.5, Kunming 25 102.7; CN Asia/Urumqi: Changji 44 87.3; ES Europe/Madrid: Barcelona 41.4 2.2, Valencia
39.5 -0.4, Sevilla 37.4 -6, Málaga 36.7 -4.4, Bilbao 43.3 -2.9, A Coruña 43.4 -8.4, Palma 39.6 2.6; PT Europe/Lisbon:
Porto 41.2 -8.6, Faro 37 -7.9; UA Europe/Kyiv: Lviv 49.8 24, Kharkiv 50 36.2, Odesa 46.5 30.7, Dnipro 48.5 35; MY
Asia/Kuala_Lumpur: Penang 5.4 100.3, Johor Bahru 1.5 103.8; UZ Asia/Samarkand: Nukus 42.5 59.6; DE Europe/Berlin:
Konstanz 47.7 9.2; NZ Pacific/Auckland: Wellington -41.3 174.8, Christchurch -43.5 172.6, Dunedin -45.9 170.5; CY
Asia/Nicosia: Limassol 34.7 33; IN: Mumbai 19.1 72.9, Delhi 28.6 77.2, Bengaluru 13 77.6, Chennai 13.1 80.3, Hyderabad
17.4 78.5, Ahmedabad 23 72.6, Surat 21.2 72.8, Pune 18.5 73.9, Jaipur 26.9 75.8, Aurangabad 19.9 75.3, Kochi 10 76.3,
Coimbatore 11 77, Chandigarh 30.7 76.8, Lucknow 26.8 80.9, Guwahati 26.1 91.7; PK: Lahore 31.6 74.3, Islamabad 33.7
73.1, Multan 30.2 71.5; BD: Chittagong 22.4 91.8; JP: Osaka 34.7 135.5, Sapporo 43.1 141.4, Fukuoka 33.6 130.4, Nagoya
35.2 136.9, Sendai 38.3 140.9, Hiroshima 34.4 132.5, Naha 26.2 127.7, Kagoshima 31.6 130.6, Niigata 37.9 139, Kanazawa
36.6 136.7; KR: Busan 35.2 129.1, Daejeon 36.4 127.4; TW: Kaohsiung 22.6 120.3; VN: Hanoi 21 105.8, Da Nang 16.1
108.2; TH: Chiang Mai 18.8 99; PH: Cebu 10.3 123.9, Davao 7.1 125.6; LK: Jaffna 9.7 80; GB: Manchester 53.5 -2.2,
Birmingham 52.5 -1.9, Edinburgh 56 -3.2, Glasgow 55.9 -4.3, Bristol 51.5 -2.6, Leeds 53.8 -1.5, Newcastle 55 -1.6,
Belfast 54.6 -5.9, Aberdeen 57.1 -2.1, Dundee 56.5 -3, Plymouth 50.4 -4.1, Derry 55 -7.3; IE: Cork 51.9 -8.5, Galway
53.3 -9.1; FR: Lyon 45.8 4.8, Marseille 43.3 5.4, Bordeaux 44.8 -0.6, Toulouse 43.6 1.4, Nantes 47.2 -1.6, Lille 50.6
3.1, Strasbourg 48.6 7.8, Rennes 48.1 -1.7, Nice 43.7 7.2, Grenoble 45.2 5.7, Limoges 45.8 1.3, Metz 49.1 6.2,
Montpellier 43.6 3.9; DE: Hamburg 53.6 10, München 48.1 11.6, Köln 50.9 7, Frankfurt 50.1 8.7, Stuttgart 48.8 9.2,
Leipzig 51.3 12.4, Dresden 51.1 13.7, Nürnberg 49.5 11.1, Freiburg 48 7.9, Hannover 52.4 9.7, Karlsruhe 49 8.4,
Saarbrücken 49.2 7, Aachen 50.8 6.1, Kiel 54.3 10.1, Münster 52 7.6, Ulm 48.4 10; AT: Graz 47.1 15.4, Linz 48.3 14.3,
Salzburg 47.8 13, Innsbruck 47.3 11.4; CH: Genève 46.2 6.1, Basel 47.6 7.6, Bern 46.9 7.4, Lausanne 46.5 6.6, Lugano
46 9; IT: Milano 45.5 9.2, Torino 45.1 7.7, Venezia 45.4 12.3, Bologna 44.5 11.3, Napoli 40.9 14.3, Bari 41.1 16.9,
Palermo 38.1 13.4, Cagliari 39.2 9.1, Potenza 40.6 15.8, Trieste 45.6 13.8; NL: Rotterdam 51.9 4.5, Eindhoven 51.4
5.5, Groningen 53.2 6.6, Haarlem 52.4 4.6, Maastricht 50.8 5.7; BE: Antwerpen 51.2 4.4, Gent 51.1 3.7, Liège 50.6 5.6,
Leuven 50.9 4.7; PL: Kraków 50.1 19.9, Wrocław 51.1 17, Gdańsk 54.4 18.6, Poznań 52.4 16.9, Katowice 50.3 19; CZ: Brno
49.2 16.6, Ostrava 49.8 18.3; SK: Košice 48.7 21.3; HU: Debrecen 47.5 21.6, Szeged 46.3 20.1; RO: Cluj 46.8 23.6,
Timișoara 45.8 21.2, Iași 47.2 27.6; BG: Plovdiv 42.1 24.7, Varna 43.2 27.9; RS: Novi Sad 45.3 19.8, Niš 43.3 21.9;
HR: Split 43.5 16.4; GR: Thessaloniki 40.6 22.9; TR: Ankara 39.9 32.9, İzmir 38.4 27.1, Adana 37 35.3, Diyarbakır 37.9
40.2; SE: Göteborg 57.7 12, Malmö 55.6 13, Umeå 63.8 20.3; NO: Bergen 60.4 5.3, Trondheim 63.4 10.4, Tromsø 69.6 19;
DK: Aarhus 56.2 10.2, Odense 55.4 10.4; FI: Oulu 65 25.5, Tampere 61.5 23.8; EE: Tartu 58.4 26.7; LT: Kaunas 54.9
23.9; CO: Medellín 6.2 -75.6, Cali 3.5 -76.5, Barranquilla 11 -74.8; PE: Cusco -13.5 -72, Trujillo -8.1 -79, Arequipa
-16.4 -71.5; BO: Santa Cruz -17.8 -63.2, Cochabamba -17.4 -66.2; VE: Maracaibo 10.7 -71.6; MA: Rabat 34 -6.8,
Marrakesh 31.6 -8, Tanger 35.8 -5.8; EG: Alexandria 31.2 29.9; NG: Abuja 9.1 7.4, Kano 12 8.5; GH: Kumasi 6.7 -1.6;
ZA: Cape Town -33.9 18.4, Durban -29.9 31; SA: Jeddah 21.5 39.2, Dammam 26.4 50.1; IR: Tabriz 38.1 46.3, Mashhad 36.3
59.6; CM: Yaoundé 3.9 11.5; CD Africa/Lubumbashi: Goma -1.7 29.2`;

type Point = { country: string; zone: string; town: string; latitude: number; longitude: number };

const points: Point[] = [];
const zonesBy = new Map<string, Set<string>>();

for (const entry of zonePoints.trim().split(/;\s*/)) {
  const [country = '', zone = '', latitude, longitude] = entry.split(' ');
  const town = (zone.split('/').at(-1) ?? '').replaceAll('_', ' ');
  points.push({ country, zone, town, latitude: Number(latitude), longitude: Number(longitude) });
  zonesBy.set(country, (zonesBy.get(country) ?? new Set()).add(zone));
}
for (const entry of more.trim().split(/;\s*/)) {
  const [, country = '', zone, towns = ''] = /^([A-Z]{2})(?:\s(\S+))?:\s(.*)$/s.exec(entry.trim()) ?? [];
  for (const said of towns.split(/,\s*/)) {
    const [, town = '', latitude, longitude] = /^(.*)\s(-?[\d.]+)\s(-?[\d.]+)$/s.exec(said) ?? [];
    const at = { latitude: Number(latitude), longitude: Number(longitude) };
    points.push({ country, zone: zone ?? onlyZone(country) ?? '', town, ...at });
  }
}

/** Where most of a country lives, for a group that says no more than the country. */
const main: Record<string, string> = {
  AR: 'America/Argentina/Buenos_Aires',
  AU: 'Australia/Sydney',
  BR: 'America/Sao_Paulo',
  CA: 'America/Toronto',
  CD: 'Africa/Kinshasa',
  CL: 'America/Santiago',
  CN: 'Asia/Shanghai',
  CY: 'Asia/Nicosia',
  DE: 'Europe/Berlin',
  EC: 'America/Guayaquil',
  ES: 'Europe/Madrid',
  GL: 'America/Nuuk',
  ID: 'Asia/Jakarta',
  KZ: 'Asia/Almaty',
  MN: 'Asia/Ulaanbaatar',
  MX: 'America/Mexico_City',
  MY: 'Asia/Kuala_Lumpur',
  NZ: 'Pacific/Auckland',
  PG: 'Pacific/Port_Moresby',
  PS: 'Asia/Hebron',
  PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow',
  UA: 'Europe/Kyiv',
  US: 'America/New_York',
  UZ: 'Asia/Tashkent',
  XK: 'Europe/Belgrade',
};

/** The zone of a whole country: its only one, or the one most people there live in. `undefined` for an unknown code. */
export function zoneOfCountry(country: string): string | undefined {
  return onlyZone(country) ?? main[country] ?? [...(zonesBy.get(country) ?? [])][0];
}

export type Town = { country: string; zone: string; town: string; degrees: number };

/** The nearest known town, of `country` when that is given, and how far it is in degrees of latitude; `undefined` when that country has none here. */
export function nearestTown(latitude: number, longitude: number, country?: string | undefined): Town | undefined {
  let best: Point | undefined;
  let shortest = Number.POSITIVE_INFINITY;
  for (const point of points) {
    if (country && point.country !== country) continue;
    const far = squaredDegrees(point, latitude, longitude);
    if (far < shortest) {
      shortest = far;
      best = point;
    }
  }
  return best && { country: best.country, zone: best.zone, town: best.town, degrees: Math.sqrt(shortest) };
}

/**
 * The zone of a place as people write it: `Leipzig`, `1 Water Street, 53202 Milwaukee`. `null` when no part of it is a town
 * known here, or towns of that name lie in several zones.
 */
export function zoneOfPlace(text: string): string | null {
  const parts = text.split(/[,;\n]/).map((part) => compareKey(part.replace(/[\p{L}-]*\d[\p{L}\d-]*/gu, ' ')));
  for (const part of parts.reverse()) {
    const zones = byTown.get(englishNames[part] ?? part);
    if (zones?.size === 1) return [...zones][0] ?? null;
  }
  return null;
}

// Where English has a name of its own for a town listed under the one it has at home.
const englishNames: Record<string, string> = {
  bangalore: 'bengaluru',
  cologne: 'koln',
  milan: 'milano',
  munich: 'munchen',
  naples: 'napoli',
  seville: 'sevilla',
  turin: 'torino',
};

const byTown = new Map<string, Set<string>>();
for (const { town, zone, country } of points) {
  const key = compareKey(town);
  byTown.set(key, (byTown.get(key) ?? new Set()).add(zone || (zoneOfCountry(country) ?? '')));
}

function onlyZone(country: string): string | undefined {
  const zones = zonesBy.get(country);
  return zones?.size === 1 ? [...zones][0] : undefined;
}

/** Degrees of latitude, squared; a degree of longitude shrinks towards the poles. Enough to compare distances. */
function squaredDegrees(point: Point, latitude: number, longitude: number): number {
  const dx = Math.abs(point.longitude - longitude);
  const east = Math.min(dx, 360 - dx) * Math.cos((latitude * Math.PI) / 180);
  return east * east + (point.latitude - latitude) ** 2;
}
