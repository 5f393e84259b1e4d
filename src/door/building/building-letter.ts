// The mail with the building list: a table as a file, for whoever minds the entrance.
import { z } from '#kit/form.ts';
import type { Ground } from '#kit/ground.ts';
import { type Id, isId } from '#kit/id.ts';
import { mailTemplate, type Templates, writeLetter } from '#kit/mail/index.ts';
import { instantOf, sayTime } from '#kit/time.ts';
import { words } from '../words.ts';
import { buildingOf, listCsv, listedOn } from './list.ts';

const id = <T extends string>() => z.custom<Id<T>>((value) => isId(value));
const about = z.object({ group_id: id<'groups.group'>(), event_id: id<'events.event'>(), part: z.int() });

/** `door.building`. Nothing once the list is forgotten, the evening is off, or the building wants none. */
export function buildingMails({ config }: Pick<Ground, 'config'>): Templates {
  return {
    'door.building': mailTemplate(about, async ({ db, lang }, { part, ...event }) => {
      const building = await buildingOf(db, event);
      const evening = await db
        .selectFrom('events.event')
        .innerJoin('groups.group', 'groups.group.group_id', 'events.event.group_id')
        .select(['title', 'starts_at', 'events.event.zone', 'stage', 'place_name', 'groups.group.name as group_name'])
        .where('events.event.group_id', '=', event.group_id)
        .where('event_id', '=', event.event_id)
        .executeTakeFirst();
      if (!building || !evening || evening.stage === 'cancelled') return null;
      const listed = await listedOn(db, event, part, building, config.secret);
      if (listed.length === 0) return null;
      const t = words(lang);
      const title = evening.title.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
      const day = sayTime(instantOf(evening.starts_at), evening.zone, lang, 'short');
      const heads = listed.reduce((sum, one) => sum + one.heads, 0);
      const subject = t(part === 0 ? 'building.mail.subject' : 'building.mail.subject.more', { title, day });
      return {
        subject: subject.slice(0, 250),
        from_name: evening.group_name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' '),
        ...writeLetter({
          lang,
          from: { name: evening.group_name },
          heading: subject,
          blocks: [
            t('building.mail.hello', { name: building.contact_name || 'none' }),
            t(part === 0 ? 'building.mail.line' : 'building.mail.line.more', { n: heads, place: evening.place_name }),
            t('building.mail.delete'),
          ],
          small: [t('building.mail.small')],
        }),
        attachments: [
          {
            filename: part === 0 ? 'guests.csv' : `guests-later-${part}.csv`,
            content: listCsv([t('building.mail.name'), t('building.mail.people')], listed),
            type: 'text/csv; charset=utf-8',
          },
        ],
      };
    }),
  };
}
