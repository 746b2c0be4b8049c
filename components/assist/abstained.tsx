import { CircleSlash } from 'lucide-react';
import type { Resolution } from '@/lib/domain/resolution';

const MISSING = {
  knowledge: 'The knowledge base does not answer this',
  field: 'The customer has not said',
  decision: 'This one is yours',
} as const;

/** No suggestion, and what it would take. */
export const Abstained = ({ missing }: Pick<Extract<Resolution, { outcome: 'abstain' }>, 'missing'>) => (
  <p className="flex items-start gap-2 text-muted">
    <CircleSlash aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-faint" />
    <span>
      No suggestion. {MISSING[missing.kind]}: <span className="text-text">{missing.what}</span>
    </span>
  </p>
);
