// A group's mark as a die-cut sticker: its own picture, or one drawn from its name.
import { stickerArt } from './sticker-art.ts';

type StickerProps = {
  /** Address of the group's mark; without one a sticker is drawn. */
  src?: string | null | undefined;
  name: string;
  /** The group's colour, `#rrggbb`. */
  color?: string | null | undefined;
  size?: 's' | 'm' | 'l' | undefined;
  /** Tilts the other way, so that neighbours differ; in `Rows` every second one does by itself. */
  odd?: boolean | undefined;
};

/** Decoration: the name always stands beside it in words, so screen readers skip it. */
export function Sticker({ src, name, color, size = 'm', odd }: StickerProps) {
  return (
    <span class={`ui-sticker ui-sticker-${size}${odd ? ' ui-sticker-odd' : ''}`}>
      {src ? (
        <img class="ui-mark" src={src} alt="" width="100" height="100" decoding="async" />
      ) : (
        <svg
          viewBox="0 0 100 100"
          aria-hidden="true"
          dangerouslySetInnerHTML={{ __html: stickerArt({ name, color }) }}
        />
      )}
    </span>
  );
}
