// Stammtisch Dauerbetrieb: what is on, and what was.
import type { Evening, Talk } from '../script.ts';

const elster = ['Elsterflut Hosting', 'Bezahlt die Getränke. Auf das Programm hat das keinen Einfluss.'] as const;
const moewe = ['Möwe & Töchter Logistik', 'Bezahlt die Getränke und sucht jemanden für den Betrieb.'] as const;

/** An evening that was; everybody may bring somebody. */
function past(
  turn: number,
  title: string,
  about: string,
  crowd: number,
  talks: readonly Talk[],
  more: Partial<Evening> = {},
): Evening {
  return { turn, title, about, crowd, talks, plus_ones: 1, ...more };
}

export const leipzigEvenings: readonly Evening[] = [
  {
    turn: 1,
    title: 'Kurzvorträge mit Küchenwecker: Was ich beim nächsten Mal anders mache',
    about:
      'Sieben Minuten pro Person, dann klingelt der Wecker. Drei Plätze auf der Liste sind noch frei, sprich uns einfach an.',
    talks: [
      ['Erst messen, dann kaufen', 'Konrad Zeisig', 7],
      ['Nie wieder freitags', 'Svenja Dornbusch', 7],
      ['Das Passwort unter der Tastatur meines Chefs', 'Defne Çınar', 7, 'zum ersten Mal auf der Bühne'],
      ['Zwei Sprachen, ein Störungsticket', 'Тарас Соловей', 7],
    ],
    type: 'lightning',
    sponsor: elster,
    crowd: 60,
    plus_ones: 1,
    stays: 'announced',
  },
  {
    turn: 0,
    template: 'vienna-monthly',
    title: 'Bereitschaft, und wie man trotzdem schläft',
    about:
      'Diesmal von zu Hause aus, weil eine der Vortragenden in Tromsø sitzt. Zwei Teams erzählen, wie sie ihre Rufbereitschaft umgebaut haben: was nachts klingeln darf, was warten kann und wer das bezahlt.',
    talks: [
      ['Von vierzig Alarmen auf vier', 'Wiebke Möwe', 30],
      ['Nachtzuschlag für alle', 'Onur Yıldız', 25],
      ['Fragen, auch unbequeme', 'alle', 20],
    ],
    online: true,
    crowd: 88,
    rush: 0.4,
  },
  past(
    -1,
    'Datenbanken umziehen, ohne dass es jemand merkt',
    'Zwei Umzüge bei laufendem Betrieb, einer davon gelungen.',
    71,
    [
      ['Drei Monate doppelt schreiben', 'Ronja Kranich', 30],
      ['Der Umzug, den doch alle gemerkt haben', 'Bastian Nußbaumer', 25],
    ],
    { sponsor: moewe, rush: 0.55 },
  ),
  past(
    -2,
    'Monitoring: weniger ist lauter',
    'Was passiert, wenn man zwei Drittel der Alarme löscht? Erst einmal nichts.',
    58,
    [
      ['Der leere Bildschirm im Leitstand', 'Jannik Brückner', 30],
      ['Alarme, die einen Satz sagen', 'Zofia Gwiazda', 20],
    ],
    { sponsor: elster },
  ),
  past(
    -3,
    'Lesung: Störungsberichte',
    'Wir lesen uns vor, was andere nach ihren Ausfällen aufgeschrieben haben. Mit verteilten Rollen, Tee und Leselampe.',
    63,
    [
      ['Erster Akt: das Zertifikat', 'Ensemble', 20],
      ['Zweiter Akt: der Bagger', 'Ensemble', 20],
      ['Dritter Akt: der Praktikant war es nicht', 'Ensemble', 20],
    ],
  ),
  past(
    -4,
    'Netzwerke zum Anfassen',
    'Auf jedem Tisch liegt ein Switch. Bring ein Kabel mit, nimm ein besseres mit nach Hause.',
    44,
    [
      ['Was da blinkt', 'Thies Haselhoff', 20],
      ['Stationen auf allen Tischen', 'alle', 60],
    ],
    { type: 'workshop', sponsor: moewe },
  ),
  past(
    -5,
    'Zertifikate und andere Verfallsdaten',
    'Von Schlüsseln, Joghurt und Verträgen.',
    49,
    [
      ['Neunzig Tage sind ein Geschenk', 'Frieda Grünling', 25],
      ['Was in unserem Kalender fehlte', 'Omar Haddad', 20],
    ],
    { sponsor: elster },
  ),
  past(
    -6,
    'Kurzvorträge mit Küchenwecker',
    'Sechs Vorträge, sieben Minuten, ein Wecker.',
    66,
    [
      ['Ein Makefile für die Kaffeekasse', 'Tilda Wacholder', 7],
      ['Wie ich den Drucker überlebte', 'Oskar Sperling', 7],
      ['Logs auf Plattdeutsch', 'Hauke Uhlenbrock', 7],
      ['Die Excel-Tabelle, die das Werk steuert', 'Kerem Akçay', 7],
      ['grep, aber freundlich', 'Lene Eschenbach', 7],
      ['Ein Jahr ohne Neustart', 'Ansgar Fichtner', 7],
    ],
    { type: 'lightning' },
  ),
  past(
    -7,
    'Was kostet das eigentlich?',
    'Wir rechnen nach: Strom, Miete, Wolke, Nerven.',
    53,
    [
      ['Eine Rechnung, Zeile für Zeile', 'Käthe Lorbeer', 30],
      ['Der Server im Keller ist auch nicht umsonst', 'Matthis Tannert', 20],
    ],
    { sponsor: moewe },
  ),
  past(
    -8,
    'E-Mail selbst betreiben: Mut oder Leichtsinn?',
    'Eine Pro-und-Kontra-Runde mit Abstimmung am Anfang und am Ende.',
    59,
    [
      ['Mut', 'Ruben Mühlberg', 20],
      ['Leichtsinn', 'Dörte Rabensteiner', 20],
      ['Abstimmung und Streit', 'alle', 30],
    ],
    { type: 'discussion', sponsor: elster },
  ),
  past(
    -9,
    'Backups zurückspielen, live',
    'Ohne Netz, mit Publikum.',
    47,
    [
      ['Wir spielen jetzt zurück', 'Barış Karaca', 40],
      ['Und wenn es nicht klappt', 'Ilse Kieselstein', 20],
    ],
    {
      sponsor: moewe,
      cap: 45,
      moved: {
        daysBefore: 3,
        to: 'cafe',
        about: 'Ohne Netz, mit Publikum. In der Lampenfabrik ist der Strom ausgefallen, darum sind wir im Café.',
      },
    },
  ),
  past(-10, 'Konfiguration verwalten, ohne zu verzweifeln', 'Drei Werkzeuge, eine Aufgabe, ehrliche Uhrzeiten.', 41, [
    ['Dieselbe Aufgabe, dreimal', 'Jonas Huflattich', 45],
    ['Was ich beim vierten Mal täte', 'Elif Şahin', 15],
  ]),
  past(
    -11,
    'Schulserver: Betrieb ohne Budget',
    'Zwei Lehrkräfte erzählen, womit dreizehn Schulen laufen.',
    38,
    [
      ['Dreizehn Schulen, eine halbe Stelle', 'Svenja Lindenau', 30],
      ['Gespendete Rechner, geschenkte Abende', 'Konrad Möwe', 20],
    ],
    { sponsor: elster },
  ),
  past(-12, 'Löschen für Fortgeschrittene', 'Daten loswerden, auch die aus dem Backup.', 44, [
    ['Das Recht auf Vergessen in sieben Tabellen', 'Wiebke Nußbaumer', 30],
    ['Was nicht da ist, kann nicht weglaufen', 'Bastian Zeisig', 20],
  ]),
  past(
    -13,
    'Container von innen',
    'Wir bauen einen, mit Bordmitteln.',
    51,
    [['Ein Container in sechzig Zeilen', 'Zeynep Gündoğdu', 55]],
    { sponsor: moewe },
  ),
  past(
    -14,
    'Fehlerbudget am Küchentisch',
    'Wie viel Ausfall ist in Ordnung, und wem erklärt man das?',
    34,
    [
      ['Drei Neunen sind genug', 'Frieda Kranich', 25],
      ['Mit der Geschäftsführung am Tisch', 'Thies Brückner', 25],
    ],
    {
      cancelled: {
        daysBefore: 0.9,
        why: 'Beide Vortragenden liegen mit Fieber im Bett. Wir holen den Abend nach; gute Besserung euch zweien.',
      },
    },
  ),
  past(
    -15,
    'Vom Ticket zum Gespräch',
    'Warum das Formular mit neun Pflichtfeldern niemandem hilft.',
    36,
    [
      ['Ein Feld', 'Lene Dornbusch', 25],
      ['Sprechstunde statt Hotline', 'Галина Журавель', 20],
    ],
    { sponsor: elster },
  ),
  past(
    -16,
    'Zeit: Schaltsekunden, Sommerzeit, NTP',
    'Ein pünktlicher Abend.',
    48,
    [
      ['Die Stunde, die es zweimal gibt', 'Ansgar Lorbeer', 30],
      ['Eine Uhr für das ganze Haus', 'Ronja Haselhoff', 20],
    ],
    { sponsor: moewe },
  ),
  past(-17, 'Alarme, die alle mitbekommen', 'Barrierefreiheit im Leitstand: Farben, Töne, Sprache.', 29, [
    ['Rot ist keine Information', 'Matthis Eschenbach', 25],
    ['Ein Pager, den man spürt', 'Dörte Sperling', 20],
  ]),
  past(
    -18,
    'Kennenlernen: Zeichne deine Umgebung',
    'Papier und Stifte liegen bereit.',
    32,
    [['Zeichnen und zeigen', 'alle', 75]],
    {
      type: 'discussion',
      sponsor: elster,
    },
  ),
];
