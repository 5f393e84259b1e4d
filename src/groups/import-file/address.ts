// Web addresses of groups as they are compared: the same page written in two ways is one.

/** A web address as it is kept, or null when it is none. `meetup.com/x` gets its https, tracking and languages go. */
export function tidyAddress(text: string): string | null {
  if (text === '') return null;
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(whole) ? new URL(whole) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes('.') || url.href.length > 500) return null;
  for (const name of [...url.searchParams.keys()]) {
    if (/^(utm_|fbclid$|gclid$|ref$|_x_tr)/.test(name)) url.searchParams.delete(name);
  }
  const meetup = meetupName(url);
  return meetup === undefined ? url.href : `https://www.meetup.com/${meetup}/`;
}

export type AddressKey = {
  key: string;
  /** The site gives each group a page of its own, so the same page is the same group whatever it is called. */
  isOwn: boolean;
};

/** What makes two addresses the same: no scheme, no `www.`, no case, no slash at the end; on Meetup the group's name alone. */
export function addressKey(address: string): AddressKey {
  const url = new URL(address);
  const meetup = meetupName(url);
  if (meetup !== undefined) return { key: `meetup.com/${decodeURIComponent(meetup).toLowerCase()}`, isOwn: true };
  const host = url.hostname.replace(/^www\./, '');
  const path = `${url.pathname}${url.search}`.replace(/\/+$/, '');
  return { key: `${host}${path}${url.hash}`.toLowerCase(), isOwn: false };
}

/** `https://www.meetup.com/it-IT/aws-bari/events/12/` → `aws-bari`. */
function meetupName(url: URL): string | undefined {
  if (!/^(www\.|secure\.)?meetup\.com$/i.test(url.hostname)) return undefined;
  const [first, second] = url.pathname.split('/').filter(Boolean);
  const name = first && /^[a-z]{2}(-[a-z]{2})?$/i.test(first) ? second : first;
  return name && !isMalformed(name) ? name : undefined;
}

function isMalformed(text: string): boolean {
  try {
    decodeURIComponent(text);
    return false;
  } catch {
    return true;
  }
}
