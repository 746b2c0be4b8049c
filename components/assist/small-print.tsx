import { CloudOff } from 'lucide-react';
import type { Cue } from '@/lib/domain/cue';

/** An engine by a name a rep knows. */
export const engineName = (engine: string): string =>
  engine === 'local' ? 'Local engine' : engine === 'rules' ? 'Rules' : engine.replace(/^openai:/, '');

/** Who answered, and what failed on the way. */
export const SmallPrint = ({ cue }: { cue: Pick<Cue, 'engine' | 'degraded'> }) => (
  <p className="mt-2 flex items-center gap-1 text-2xs text-faint">
    {cue.degraded === null ? null : <CloudOff aria-hidden="true" className="size-3" />}
    {cue.degraded === null ? engineName(cue.engine) : cue.degraded}
  </p>
);
