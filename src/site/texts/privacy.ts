// What this software keeps about people, why, and for how long, in plain words. Change it when the software changes.
import type { Lang } from '#kit/words.ts';

export const privacy: Record<Lang, string> = {
  en: `In short: you can look around without telling us anything. To take a seat we need a name and a mail address. Nothing on these
pages loads from anybody else, nobody is tracked, and you can take everything along or have it erased yourself, at any time.

## Who is responsible

{name}
{address}
{mail}

## When you only look around

Our log notes which kind of page was asked for, whether it worked and how long it took. It does not note who asked. Your network
address is held in the server's memory for up to an hour, to stop people from trying out codes; it is never written down.

There are no statistics about you, no advertising, no fonts, maps or scripts from elsewhere.

## Cookies

Only these, all ours:

- one that keeps you signed in, until you sign out or stay away for 90 days
- one that remembers the language you chose, for a year
- one that carries a sentence such as "You are signed out." to the next page, for a minute

## What we keep about you

| What | Why | How long |
| --- | --- | --- |
| Mail address, and what you tell us on your page: name, pronouns, languages, time zone | So that you are expected, and your mails and times are right | Until you erase it |
| An address nobody proved with a code | To hold a seat for whoever types the code | About a day |
| Sign-in codes | To know it is you | 15 minutes, then they are swept within the hour |
| Where you are signed in: browser and system by name | So that you can see and end it | Until you sign out or stay away for 90 days |
| Seats, places on a waitlist, interest, whom you bring (a number), and each change of those with its time | So that everybody gets the seat they were promised | Until you erase it; of the changes a bare number stays, which then names nobody |
| Groups you belong to, what you want mail about, your part in a team and what you changed there | So that a group can be run by several people | Until you erase it; the log of a group then keeps what was done and forgets who |
| Mails to you: when, about what, and to which address | To send them once and in order | 30 days; the contents only until it is sent |
| What your last taps were answered | So that a tap that arrives twice counts once | Two days |
| Addresses that refuse our mail, as a fingerprint that can't be turned back | To stop writing there | Until you write to us |

The law calls the reason for most of this a contract you asked for (Art. 6(1)(b) GDPR): you want a seat. For the logs and limits
that keep the server well it is our legitimate interest (Art. 6(1)(f)).

## Who sees it

- **Everybody**: nothing about guests and members. Organisers stand on their group's page with their name if they want to.
- **Organisers of a group**: name and address of those who belong to it or sign up for its evenings, and how it stands with their seat.
- **The people who run this server**: what is in its database, and the copies they make of it against loss.
- **The mail service of this server**: mails on their way to you.
- **Nobody else.** Nothing is sold, lent or handed to sponsors.

## What you can do

- [See and take along everything]({server}/me/export) about you, as a file.
- [Change it]({server}/me).
- [Erase it]({server}/me/erase). It happens at once. Seats to come go to the next in line.
- Stop a kind of mail with one tap, at the end of each such mail.
- Write to us at {mail}, or complain to the data protection authority where you live.
`,
  de: `Kurz gesagt: Du kannst dich umsehen, ohne uns etwas zu sagen. Für einen Platz brauchen wir einen Namen und eine Mailadresse.
Nichts auf diesen Seiten kommt von anderen, niemand wird verfolgt, und du kannst jederzeit selbst alles mitnehmen oder löschen.

## Wer verantwortlich ist

{name}
{address}
{mail}

## Wenn du dich nur umsiehst

Unser Protokoll vermerkt, welche Art von Seite verlangt wurde, ob es geklappt hat und wie lange es gedauert hat. Wer gefragt hat,
vermerkt es nicht. Deine Netzadresse bleibt bis zu einer Stunde im Arbeitsspeicher des Servers, damit niemand Codes
durchprobiert. Aufgeschrieben wird sie nie.

Es gibt keine Statistik über dich, keine Werbung und keine Schriften, Karten oder Skripte von anderswo.

## Cookies

Nur diese, alle von uns:

- einer, mit dem du angemeldet bleibst, bis du dich abmeldest oder 90 Tage nicht da warst
- einer, der sich die gewählte Sprache merkt, ein Jahr lang
- einer, der einen Satz wie „Du bist abgemeldet.“ auf die nächste Seite trägt, eine Minute lang

## Was wir über dich aufbewahren

| Was | Wozu | Wie lange |
| --- | --- | --- |
| Mailadresse und was du auf deiner Seite sagst: Name, Pronomen, Sprachen, Zeitzone | Damit man dich erwartet und Mails und Zeiten stimmen | Bis du es löschst |
| Eine Adresse, die niemand mit einem Code bestätigt hat | Um einen Platz zu halten, bis jemand den Code eingibt | Etwa einen Tag |
| Codes zum Anmelden | Um zu wissen, dass du es bist | 15 Minuten, dann werden sie binnen einer Stunde entfernt |
| Wo du angemeldet bist: Browser und System dem Namen nach | Damit du es sehen und beenden kannst | Bis du dich abmeldest oder 90 Tage nicht da warst |
| Plätze, Wartelistenplätze, Interesse, wie viele du mitbringst, und jede Änderung daran mit ihrer Zeit | Damit alle den Platz bekommen, der ihnen versprochen war | Bis du es löschst; von den Änderungen bleibt eine bloße Nummer, die dann niemanden mehr benennt |
| Gruppen, zu denen du gehörst, worüber du Mails willst, deine Rolle im Team und was du dort geändert hast | Damit mehrere eine Gruppe tragen können | Bis du es löschst; das Protokoll der Gruppe behält dann, was geschah, und vergisst, wer es war |
| Mails an dich: wann, worüber, an welche Adresse | Um sie einmal und in der richtigen Folge zu schicken | 30 Tage; den Inhalt nur, bis sie unterwegs sind |
| Was auf deine letzten Tipper geantwortet wurde | Damit zweimal Angekommenes einmal zählt | Zwei Tage |
| Adressen, die unsere Mails ablehnen, als Fingerabdruck, der sich nicht zurückrechnen lässt | Um dorthin nicht mehr zu schreiben | Bis du uns schreibst |

Das Gesetz nennt den Grund für das meiste davon einen Vertrag, den du wolltest (Art. 6 Abs. 1 lit. b DSGVO): Du möchtest einen
Platz. Bei den Protokollen und Grenzen, die den Server gesund halten, ist es unser berechtigtes Interesse (lit. f).

## Wer es sieht

- **Alle**: nichts über Gäste und Mitglieder. Wer eine Gruppe organisiert, steht mit Namen auf ihrer Seite, wenn er oder sie das will.
- **Das Orga-Team einer Gruppe**: Name und Adresse derer, die dazugehören oder sich für ihre Abende anmelden, und wie es um deren Platz steht.
- **Wer diesen Server betreibt**: was in der Datenbank steht, und die Kopien, die gegen Verlust gemacht werden.
- **Der Maildienst dieses Servers**: Mails auf dem Weg zu dir.
- **Sonst niemand.** Nichts wird verkauft, verliehen oder an Sponsoren gegeben.

## Was du tun kannst

- [Alles über dich ansehen und mitnehmen]({server}/me/export), als Datei.
- [Es ändern]({server}/me).
- [Es löschen]({server}/me/erase). Das geschieht sofort. Plätze, die noch kommen, gehen an die Nächsten.
- Eine Art von Mail mit einem Tipp abbestellen, am Ende jeder solchen Mail.
- Uns unter {mail} schreiben oder dich bei der Datenschutzbehörde beschweren, die für dich da ist.
`,
};
