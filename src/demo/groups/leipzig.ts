// Stammtisch Dauerbetrieb in Leipzig: every fourth Thursday, and you may bring somebody. Invented, like everybody in it.
import type { GroupScript } from '../script.ts';
import { leipzigEvenings } from './leipzig-evenings.ts';

export const leipzig: GroupScript = {
  key: 'dauerbetrieb',
  name: 'Stammtisch Dauerbetrieb',
  place: 'Leipzig',
  country: 'DE',
  latitude: 51.3397,
  longitude: 12.3731,
  zone: 'Europe/Berlin',
  language: 'de',
  color: '#31478c',
  founded_on: '2021-09-16',
  about: `Wir treffen uns jeden vierten Donnerstag in Leipzig und reden über alles, was laufen muss, während andere schlafen. Zwei Vorträge, danach bleibt, wer mag.

Bei uns spricht, wer es selbst gemacht hat, im Rathaus, im Krankenhaus, in der Zwei-Leute-Firma. Fragen darf man mittendrin stellen. Um 21:30 Uhr ist Schluss, damit alle die Bahn bekommen.

**Zum ersten Mal da?** Bring gern jemanden mit, dafür gibt es beim Anmelden ein Häkchen. An der Tür steht ein Mensch mit Straßenbahn-Aufkleber, der oder die stellt dich vor.

**Du willst etwas erzählen?** Zehn Minuten reichen. Wir proben vorher mit dir, wenn du möchtest. Firmen, die Getränke bezahlen, bekommen fünf Minuten am Anfang und sonst nichts: keine Vorträge, keine Adressen.`,
  website: 'https://dauerbetrieb.example.org/',
  founder: { name: 'Mareike Lindenau', address: 'mareike.lindenau@example.org' },
  team: [
    { name: 'Barış Karaca', address: 'baris.karaca@example.org', role: 'organiser', sinceDays: 60 },
    { name: 'Hauke Uhlenbrock', address: 'hauke.uhlenbrock@example.org', role: 'door', sinceDays: 240 },
  ],
  mark: 'tram.svg',
  contacts: [
    { name: 'Mareike Lindenau', address: 'mareike.lindenau@example.org' },
    { name: 'Barış Karaca', address: 'baris.karaca@example.org' },
  ],
  conduct: 'contributor-covenant-2.1.de',
  people: {
    many: 165,
    cultures: { german: 78, turkish: 8, polish: 5, ukrainian: 4, arabic: 3, english: 2 },
    german: true,
  },
  weekday: 4,
  hours: ['19:00', '21:30'],
  doorsBefore: 30,
  places: {
    lampe: {
      name: 'Alte Lampenfabrik, Hinterhaus',
      address: 'Glühfadengasse 7, Leipzig',
      arrival: 'Fahrräder bitte in den Hof, nicht in den Durchgang.',
      venue: {
        city: 'Leipzig',
        arrival: {
          transit: 'Straßenbahn 3 bis Glühfadenplatz',
          entrance:
            'Durch die Toreinfahrt, über den Hof, die Tür mit der roten Lampe; die Rampe ist links neben der Treppe',
          bell: '„Stammtisch“',
          floor: 'Ganz oben, der Aufzug fährt bis zu uns',
          last_train: 'Die 3 Richtung Hauptbahnhof um 0:12',
        },
        access: { step_free: 'yes', accessible_toilet: 'no', no_id: 'yes', service_animals: 'yes' },
        note: 'Die nächste rollstuhlgerechte Toilette ist im Bürgerhaus gegenüber, bis 22 Uhr.',
      },
      room: 60,
    },
    cafe: {
      name: 'Café Kabelsalat, Nebenraum',
      address: 'Spulenweg 3, Leipzig',
      arrival:
        'Vorne rein, an der Theke vorbei, ganz hinten rechts. Eine Stufe am Eingang; sag uns Bescheid, dann legen wir das Brett hin.',
      room: 45,
    },
  },
  says: {
    doors: 'Einlass',
    welcome: 'Hallo und was heute dran ist',
    welcomeBy: 'Mareike Lindenau',
    social: 'Sitzen bleiben',
  },
  evenings: leipzigEvenings,
  came: 556,
};
