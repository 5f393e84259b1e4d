// The view as pages know it; it stands in kit because panels are told it too.
export type { View } from '#kit/view.ts';
