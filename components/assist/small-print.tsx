import { CloudOff } from 'lucide-react';
import type { Cue } from '@/lib/domain/cue';

/** Who answered, and what failed on the way. */
export const SmallPrint = ({ cue }: { cue: Pick<Cue, 'engine' | 'degraded'> }) => (
  <p className="mt-2 flex items-center gap-1 text-2xs text-faint">
    {cue.degraded === null ? null : <CloudOff aria-hidden="true" className="size-3" />}
    {cue.degraded === null ? cue.engine : `${cue.degraded} (${cue.engine})`}
  </p>
);
