// What the page of a phone is told once; the rest it hears when it asks.

export type PhoneTexts = typeof import('../../words/phone.en.json');

export type PhoneProps = {
  device_id: string;
  event_id: string;
  title: string;
  room_capacity: number | null;
  /** Milliseconds. */
  ends_at: number;
  shuts_at: number;
  /** When the names go, in words. */
  until: string;
  lang: string;
  zone: string;
  /** What tickets are checked with. */
  key: string;
  texts: PhoneTexts;
  paths: { sync: string; phone: string; away: string };
};
