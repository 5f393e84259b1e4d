// What machines read of an evening: its address, a picture for those who share it, and schema.org's Event.
import { plainText } from '#kit/markdown.ts';
import type { View } from '#ui/view.ts';
import { eventPaths } from '../paths.ts';
import { previewPath } from '../preview.ts';
import type { ShownEvent } from '../queries.ts';

export function EventHead({ view, shown, path }: { view: View; shown: ShownEvent; path: string }) {
  const { event, group } = shown;
  const picture = view.origin + previewPath(event, group);
  const about = plainText(event.about, 200);
  return (
    <>
      <link rel="canonical" href={view.origin + path} />
      {event.stage === 'draft' && <meta name="robots" content="noindex" />}
      <meta property="og:type" content="event" />
      <meta property="og:title" content={event.title} />
      {about && <meta property="og:description" content={about} />}
      <meta property="og:url" content={view.origin + path} />
      <meta property="og:image" content={picture} />
      <meta name="twitter:card" content="summary_large_image" />
      <link rel="alternate" type="text/calendar" href={eventPaths.feedIcs(group.slug)} />
      {event.stage !== 'draft' && (
        <script
          type="application/ld+json"
          dangerouslySetInnerHTML={{ __html: structured(view.origin, shown, picture, about) }}
        />
      )}
    </>
  );
}

/** schema.org Event. `<` is written as an escape, so that no text in it can end the script element. */
function structured(origin: string, { event, group, counts }: ShownEvent, picture: string, about: string): string {
  const url = origin + eventPaths.show(group.slug, event.slug);
  const place = {
    '@type': 'Place',
    name: event.place_name || group.place,
    address: event.place_address || group.place,
  };
  const virtual = { '@type': 'VirtualLocation', url };
  const isOpen = event.stage === 'open';
  const thing = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: event.title,
    startDate: event.starts_at.toISOString(),
    endDate: event.ends_at.toISOString(),
    eventStatus: `https://schema.org/${event.stage === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${{ in_person: 'Offline', online: 'Online', both: 'Mixed' }[event.kind]}EventAttendanceMode`,
    location: event.kind === 'online' ? virtual : event.kind === 'both' ? [place, virtual] : place,
    image: picture,
    description: about || undefined,
    inLanguage: event.language,
    organizer: { '@type': 'Organization', name: group.name, url: `${origin}/g/${group.slug}` },
    isAccessibleForFree: event.posture === 'free',
    offers:
      event.posture === 'free'
        ? {
            '@type': 'Offer',
            url,
            price: 0,
            priceCurrency: 'EUR',
            validFrom: event.opens_at.toISOString(),
            availability: `https://schema.org/${isOpen && counts.taken < counts.cap ? 'InStock' : 'SoldOut'}`,
          }
        : undefined,
  };
  return JSON.stringify(thing).replaceAll('<', '\\u003c');
}
