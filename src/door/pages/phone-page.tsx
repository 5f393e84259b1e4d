// The page a phone works the door with: everything it needs to go on without a network comes along with it.
import { instantOf, sayTime } from '#kit/time.ts';
import { Island } from '#ui/island.tsx';
import { Page } from '#ui/layout.tsx';
import type { View } from '#ui/view.ts';
import type { PhoneProps } from '../islands/phone/props.ts';
import { doorPaths } from '../paths.ts';
import type { Phone } from '../phone-session.ts';
import { shutsAt } from '../rules.ts';
import { phoneTexts, words } from '../words.ts';

/** `ticketKey`: what tickets are checked with. */
export function PhonePage({ view, phone, ticketKey }: { view: View; phone: Phone; ticketKey: string }) {
  const t = words(view.lang);
  const props: PhoneProps = {
    device_id: phone.device_id,
    event_id: phone.event_id,
    title: phone.title,
    room_capacity: phone.room_capacity,
    ends_at: phone.ends_at.getTime(),
    shuts_at: shutsAt(phone).getTime(),
    until: sayTime(instantOf(shutsAt(phone)), phone.zone, view.lang, 'time'),
    lang: view.lang === 'en' ? 'en-GB' : view.lang,
    zone: phone.zone,
    key: ticketKey,
    texts: phoneTexts[view.lang],
    paths: { sync: doorPaths.sync, phone: doorPaths.phone, away: doorPaths.away },
  };
  const head = (
    <>
      <link rel="manifest" href={doorPaths.app} />
      <meta name="theme-color" content="#1d1a15" />
    </>
  );
  return (
    <Page view={view} title={phone.title} head={head} bare>
      <Island name="door/phone" props={props}>
        <div class="door-phone">
          <h1 class="door-title">{phone.title}</h1>
          <p>{t('phone.empty')}</p>
          <noscript>
            <p>{t('phone.no_script')}</p>
          </noscript>
        </div>
      </Island>
    </Page>
  );
}
