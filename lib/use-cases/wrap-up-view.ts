import type { WrapUpView } from '@/lib/contracts/conversations';
import type { StoredWrapUp } from '@/lib/db/wrap-ups';

export const wrapUpView = (
  { draft, startedAt, finishedAt }: StoredWrapUp,
  dispositions: Record<string, string[]>,
): WrapUpView => ({
  draft,
  startedAt: startedAt.toISOString(),
  finishedAt: finishedAt?.toISOString() ?? null,
  dispositions,
});
