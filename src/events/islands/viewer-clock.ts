// Says what time it is for the viewer when the evening begins, where that differs from the place's clock.

type Props = { at: string; zone: string; lang: string; viewer: string | null; text: string };

export default function viewerClock(element: HTMLElement, { at, zone, lang, viewer, text }: Props): void {
  const begins = new Date(at);
  const own = viewer ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const day = (timeZone: string) => new Intl.DateTimeFormat(lang, { timeZone, dateStyle: 'short' }).format(begins);
  const time = (timeZone: string) => new Intl.DateTimeFormat(lang, { timeZone, timeStyle: 'short' }).format(begins);
  if (day(own) === day(zone) && time(own) === time(zone)) return;
  const shown: Intl.DateTimeFormatOptions = { timeZone: own, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  if (day(own) !== day(zone)) shown.weekday = 'long';
  element.textContent = `\u00a0· ${text.replace('{time}', new Intl.DateTimeFormat(lang, shown).format(begins))}`;
}
