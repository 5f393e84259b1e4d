// A list without addresses: says so first, and offers what brings people all the same.
import type { Group } from '#groups';
import { TextArea } from '#ui/field.tsx';
import { Panel } from '#ui/panel.tsx';
import { QrCode } from '#ui/qr-code.tsx';
import type { Say } from '../words.ts';

/** `url`: where people join. */
export function NoAddresses({ group, url, t }: { group: Group; url: string; t: Say }) {
  return (
    <Panel title={t('no_addresses.title')}>
      <p>{t('no_addresses.text')}</p>
      <div class="numbers-invitation">
        <figure>
          <QrCode text={url} label={url} />
          <figcaption>
            <a href={url}>{url.replace(/^https?:\/\//, '')}</a>
          </figcaption>
        </figure>
        <TextArea
          label={t('no_addresses.post')}
          name="post"
          value={t('no_addresses.post.text', { group: group.name, url })}
          rows={6}
        />
      </div>
    </Panel>
  );
}
