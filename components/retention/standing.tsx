import { CircleSlash } from 'lucide-react';
import { sayDay } from '@/components/marks/time';
import { Empty } from '@/components/ui/notice';

/** Why there are no scores. */
export const NoScores = ({ because }: { because: string }) => (
  <div className="rounded-lg border bg-surface">
    <Empty icon={CircleSlash} title="No scores">
      {because}
    </Empty>
  </div>
);

/** Of which day the scores are, and by which version. */
export const ScoredOn = ({ on, version }: { on: string; version: string }) => (
  <span className="text-faint text-xs">
    As of {sayDay(on)} · {version}
  </span>
);
