// The head of a page that belongs to a group: its sticker, the way back to it, the page's own title.
import type { ComponentChildren } from 'preact';
import { Masthead } from '#ui/section.tsx';
import { Sticker } from '#ui/sticker.tsx';
import { groupPaths } from '../paths.ts';
import type { Group } from '../tables.ts';

export type Headed = Pick<Group, 'slug' | 'name' | 'color' | 'mark_kind' | 'mark_hash'>;

type GroupHeadProps = {
  group: Headed;
  title: ComponentChildren;
  /** Language of the title when it is not the page's. */
  lang?: string | undefined;
  children?: ComponentChildren;
};

export function GroupHead({ group, title, lang, children }: GroupHeadProps) {
  return (
    <Masthead
      sticker={<GroupSticker group={group} />}
      over={
        <a href={groupPaths.show(group)}>
          <bdi>{group.name}</bdi>
        </a>
      }
      title={title}
      lang={lang}
    >
      {children}
    </Masthead>
  );
}

type GroupStickerProps = { group: Headed; size?: 's' | 'm' | 'l' | undefined; odd?: boolean | undefined };

/** The group's mark as a sticker; one drawn from its name when it has none. */
export function GroupSticker({ group, size = 'm', odd }: GroupStickerProps) {
  return <Sticker src={groupPaths.mark(group)} name={group.name} color={group.color} size={size} odd={odd} />;
}
