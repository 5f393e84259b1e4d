// Always in sight: how many are in, how many the room holds, and whether the other doors hear this one.
import { fullness } from '../../rules.ts';
import type { Model } from './model.ts';
import type { Say } from './say.ts';

export function Head({ model, t }: { model: Model; t: Say }) {
  const { book, room_capacity, is_online, unread } = model;
  const heads = book.heads();
  const how = fullness(heads, room_capacity);
  const unsent = model.unsent().length;
  return (
    <header class={`door-head door-head-${how}`}>
      <h1 class="door-title">{model.props.title}</h1>
      <p class="door-count">
        <b>{heads}</b> {t('in')} {room_capacity !== null && t('of', { n: room_capacity })}
        <small>{t('expected', { n: model.expected() })}</small>
      </p>
      {how !== 'fine' && room_capacity !== null && (
        <p class="door-alarm" role="alert">
          {how === 'full' ? t('full') : t('loud', { n: room_capacity - heads })}
        </p>
      )}
      <p class={is_online ? 'door-net' : 'door-net door-net-off'} role="status">
        {t(is_online ? 'online' : 'offline')}
        {unsent > 0 && `\u00a0· ${t('waiting', { n: unsent })}`}
        {unread > 0 && `\u00a0· ${t('unread', { n: unread })}`}
      </p>
      {!isSecureContext && <p class="door-net door-net-off">{t('plain')}</p>}
    </header>
  );
}
