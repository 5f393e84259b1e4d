// Every "when this happens there, then that here", on one page.
import type { Reactions } from '#kit/announce.ts';

export const reactions: Reactions = {};
