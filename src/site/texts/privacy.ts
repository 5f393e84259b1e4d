// What this software keeps about people, why, and for how long, in plain words. Change it when the software changes.
// One line a paragraph: a line break is a line break to who reads it, and to who edits it.
import type { Lang } from '#kit/words.ts';

export const privacy: Record<Lang, string> = {
  en: `In short: you can look around without telling us anything. To take a seat we need a name and a mail address. Nothing on these pages loads from anybody else, nobody is tracked, and you can take everything along or have it erased yourself, at any time.

## Who is responsible

{name}
{address}
{mail}

## When you only look around

Our log notes which kind of page was asked for, whether it worked and how long it took. It does not note who asked. Your network address is held in the server's memory for up to an hour, so that nobody can try out codes; the program never writes it down.

There are no statistics about you, no advertising, no fonts, maps or scripts from elsewhere.

## Cookies

Only these, all ours:

- one that keeps you signed in, until you sign out or stay away for 90 days
- one that remembers the language you chose, for a year
- one that carries a sentence such as "You are signed out." to the next page, for a minute

## What we keep about you, why, and for how long

- **Your mail address, and what you tell us on your page** (name, pronouns, languages, time zone), so that you are expected and your mails and times are right. Until you erase it.
- **An address nobody proved with a code**, to hold a seat for whoever types the code. About a day.
- **Sign-in codes**, to know it is you. They hold for 15 minutes and are swept within the next hour.
- **Where you are signed in**, by the name of the browser and the system, so that you can see it and end it. Until you sign out or stay away for 90 days.
- **Seats, places on a waitlist, interest, and how many you bring**, with the time of each change, so that everybody gets the seat they were promised. Until you erase it; of the changes a bare number stays, which then names nobody.
- **Whether you were let in at the door**, came without a seat, or had one and did not come, so that organisers know how many to expect. You and they see it, nobody else; you find it [on your page]({server}/me/evenings), twelve months back. Until you erase it.
- **Your name on a list from elsewhere**, where an organiser brought sign-ups along from another place, so that you are let in and counted. You are mailed nothing. A name without an address goes two weeks after the evening.
- **What you answered to organisers’ questions** about an evening, for the reason that stands below each, read by whom it names. Until the day that stands there too, two weeks after the evening as a rule, or until you take it back. What they call private is stored encrypted.
- **Series you joined**, to tell you when sign-up opens. Until you leave them.
- **Groups you belong to, what you want mail about, your part in a team and what you changed there**, so that several people can run a group. Until you erase it; the log of a group then keeps what was done and forgets who.
- **An address somebody asked into a team**, so that the link in that mail lets in whom it was meant for. A month after it was answered, taken back or ran out.
- **Your name as on your card**, where a building compares names and you told us another than you go by. It lies encrypted. A week after the evening, or until you take it back.
- **An address a group brought along** from a guest list or members' list it had elsewhere, with the name in it, so that the group can invite you once. 60 days, or until you sign in or the group lets go of it. A fingerprint that does not spell it out stays for two years, so that you are not invited again.
- **Mails to you**: when, about what and to which address, so that they leave once and in order. 30 days after they left; what they say only until then.
- **What you don’t eat**, where an evening asks and you agree (Art. 9(2)(a) GDPR), so that your plate is there. It lies encrypted; organisers of that evening read it, and whoever they chose to look after the food. Two weeks after the evening, or until you take it back.
- **What your last taps were answered**, so that a tap that arrives twice counts once. Two days.
- **Addresses that refuse our mail**, as a fingerprint that does not spell them out, so that we stop writing there. Until you write to us.

The law calls the reason for most of this a contract you asked for (Art. 6(1)(b) GDPR): you want a seat. For the logs and limits that keep the server well it is our legitimate interest (Art. 6(1)(f)).

## Who sees it

- **Everybody**: nothing about guests and members. Organisers stand on their group's page with their name if they want to, and so do the people a group names to turn to.
- **Organisers of a group**: name and address of those who belong to it or sign up for its evenings, and how it stands with their seat.
- **Whoever minds the entrance of a building** that wants to know who comes: the names of that evening’s guests and how many each brings, as a list by mail.
- **The people who run this server**: what is in its database, and the copies they make of it against loss.
- **The mail service of this server**: mails on their way to you.
- **Nobody else.** Nothing is sold, lent or handed to sponsors.

## What you can do

- [See everything about you and take it along]({server}/me/export), as a file.
- [Change it]({server}/me).
- [Erase it]({server}/me/erase). It happens at once. Seats to come go to the next in line.
- Stop a kind of mail with one tap, at the end of each such mail.
- Write to us at {mail}, or complain to the data protection authority where you live.
`,
  de: `Kurz gesagt: Du kannst dich umsehen, ohne uns etwas zu sagen. Für einen Platz brauchen wir einen Namen und eine Mailadresse. Nichts auf diesen Seiten kommt von anderen, niemand wird verfolgt, und du kannst jederzeit selbst alles mitnehmen oder löschen.

## Wer verantwortlich ist

{name}
{address}
{mail}

## Wenn du dich nur umsiehst

Unser Protokoll vermerkt, welche Art von Seite verlangt wurde, ob es geklappt hat und wie lange es gedauert hat. Wer gefragt hat, vermerkt es nicht. Deine Netzadresse bleibt bis zu einer Stunde im Arbeitsspeicher des Servers, damit niemand Codes durchprobiert; das Programm schreibt sie nie auf.

Es gibt keine Statistik über dich, keine Werbung und keine Schriften, Karten oder Skripte von anderswo.

## Cookies

Nur diese, alle von uns:

- einer, mit dem du angemeldet bleibst, bis du dich abmeldest oder 90 Tage nicht da warst
- einer, der sich die gewählte Sprache merkt, ein Jahr lang
- einer, der einen Satz wie „Du bist abgemeldet.“ auf die nächste Seite trägt, eine Minute lang

## Was wir über dich aufbewahren, wozu und wie lange

- **Deine Mailadresse und was du auf deiner Seite sagst** (Name, Pronomen, Sprachen, Zeitzone), damit man dich erwartet und Mails und Zeiten stimmen. Bis du es löschst.
- **Eine Adresse, die niemand mit einem Code bestätigt hat**, um einen Platz zu halten, bis jemand den Code eingibt. Etwa einen Tag.
- **Codes zum Anmelden**, um zu wissen, dass du es bist. Sie gelten 15 Minuten und werden in der Stunde danach entfernt.
- **Wo du angemeldet bist**, dem Namen von Browser und System nach, damit du es sehen und beenden kannst. Bis du dich abmeldest oder 90 Tage nicht da warst.
- **Plätze, Wartelistenplätze, Interesse und wie viele du mitbringst**, mit der Zeit jeder Änderung, damit alle den Platz bekommen, der ihnen versprochen war. Bis du es löschst; von den Änderungen bleibt eine bloße Nummer, die dann niemanden mehr benennt.
- **Ob du an der Tür eingelassen wurdest**, ohne Platz da warst oder einen hattest und nicht gekommen bist, damit die Orga weiß, mit wie vielen sie rechnen kann. Das seht nur du und sie; du findest es [auf deiner Seite]({server}/me/evenings), zwölf Monate zurück. Bis du es löschst.
- **Deinen Namen auf einer Liste von woanders**, wenn die Orga Anmeldungen von einem anderen Ort mitgebracht hat, damit du eingelassen und gezählt wirst. Du bekommst keine Mail. Ein Name ohne Adresse geht zwei Wochen nach dem Abend.
- **Was du auf Fragen der Orga geantwortet hast**, zu dem Zweck, der unter jeder Frage steht, für die Leute, die dort genannt sind. Bis zu dem Tag, der auch dort steht, meist zwei Wochen nach dem Abend, oder bis du es zurücknimmst. Was vertraulich heißt, wird verschlüsselt gespeichert.
- **Reihen, bei denen du dabei bist**, um dir zu sagen, wann die Anmeldung öffnet. Bis du nicht mehr dabei sein willst.
- **Gruppen, zu denen du gehörst, worüber du Mails willst, deine Rolle im Team und was du dort geändert hast**, damit mehrere eine Gruppe tragen können. Bis du es löschst; das Protokoll der Gruppe behält dann, was geschah, und vergisst, wer es war.
- **Eine Adresse, die jemand in ein Team eingeladen hat**, damit der Link in dieser Mail die hereinlässt, für die er gedacht war. Einen Monat, nachdem die Einladung beantwortet, zurückgenommen oder abgelaufen ist.
- **Deinen Namen wie auf dem Ausweis**, wo ein Haus Namen vergleicht und du uns einen anderen gesagt hast als den, den du sonst führst. Er liegt verschlüsselt. Eine Woche nach dem Abend, oder bis du ihn zurücknimmst.
- **Eine Adresse, die eine Gruppe mitgebracht hat**, von einer Gäste- oder Mitgliederliste anderswo, mit dem Namen darin, damit die Gruppe dich einmal einladen kann. 60 Tage, oder bis du dich anmeldest oder die Gruppe sie vergisst. Ein Fingerabdruck, der sie nicht ausschreibt, bleibt zwei Jahre, damit du nicht noch einmal eingeladen wirst.
- **Mails an dich**: wann, worüber und an welche Adresse, damit sie einmal und in der richtigen Folge hinausgehen. 30 Tage, nachdem sie hinausgingen; was darin steht, nur bis dahin.
- **Was du nicht isst**, wo ein Abend danach fragt und du zustimmst (Art. 9 Abs. 2 lit. a DSGVO), damit dein Teller da ist. Es liegt verschlüsselt; lesen können es die Orgas dieses Abends und wer sich für sie ums Essen kümmert. Zwei Wochen nach dem Abend, oder bis du es zurücknimmst.
- **Was auf deine letzten Klicks geantwortet wurde**, damit einer, der zweimal ankommt, einmal zählt. Zwei Tage.
- **Adressen, die unsere Mails ablehnen**, als Fingerabdruck, der sie nicht ausschreibt, damit wir dorthin nicht mehr schreiben. Bis du uns schreibst.

Das Gesetz nennt den Grund für das meiste davon einen Vertrag, den du wolltest (Art. 6 Abs. 1 lit. b DSGVO): Du möchtest einen Platz. Bei den Protokollen und Grenzen, die den Server gesund halten, ist es unser berechtigtes Interesse (lit. f).

## Wer es sieht

- **Alle**: nichts über Gäste und Mitglieder. Wer eine Gruppe organisiert, steht mit Namen auf ihrer Seite, wenn er oder sie das will; ebenso die, an die man sich in einer Gruppe wenden kann.
- **Das Orga-Team einer Gruppe**: Name und Adresse derer, die dazugehören oder sich für ihre Abende anmelden, und wie es um deren Platz steht.
- **Wer am Eingang eines Hauses sitzt**, das wissen will, wer kommt: die Namen der Gäste dieses Abends und wie viele mitkommen, als Liste per Mail.
- **Wer diesen Server betreibt**: was in der Datenbank steht, und die Kopien, die gegen Verlust gemacht werden.
- **Der Maildienst dieses Servers**: Mails auf dem Weg zu dir.
- **Sonst niemand.** Nichts wird verkauft, verliehen oder an Sponsoren gegeben.

## Was du tun kannst

- [Alles über dich ansehen und mitnehmen]({server}/me/export), als Datei.
- [Es ändern]({server}/me).
- [Es löschen]({server}/me/erase). Das geschieht sofort. Plätze, die noch kommen, gehen an die Nächsten.
- Eine Art von Mail mit einem Klick abbestellen, am Ende jeder solchen Mail.
- Uns unter {mail} schreiben oder dich bei der Datenschutzbehörde beschweren, die für dich da ist.
`,
};
