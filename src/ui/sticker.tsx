// A group's mark as a die-cut sticker: its own picture, or one drawn from its name.
type StickerProps = {
  /** Address of the group's mark; without one a sticker is drawn. */
  src?: string | null | undefined;
  name: string;
  /** The group's colour, `#rrggbb`. */
  color?: string | null | undefined;
  size?: 's' | 'm' | 'l' | undefined;
  /** Tilts the other way, so that neighbours differ. */
  odd?: boolean | undefined;
};

export function Sticker({ src, name, size = 'm', odd }: StickerProps) {
  return (
    <span class={`ui-sticker ui-sticker-${size}${odd ? ' ui-sticker-odd' : ''}`}>
      {src ? (
        <img src={src} alt="" loading="lazy" />
      ) : (
        <svg viewBox="0 0 100 100" aria-hidden="true">
          <circle cx="50" cy="50" r="44" fill="#0f4c5c" stroke="#fff" stroke-width="6" />
          <text x="50" y="62" text-anchor="middle" fill="#fff" font-size="34">
            {[...name][0]}
          </text>
        </svg>
      )}
    </span>
  );
}
