import { ChevronDown, ChevronsUp, ChevronUp, Equal, type LucideIcon } from 'lucide-react';
import type { Tone } from '@/components/ui/badge';
import { cn } from '@/components/ui/class-names';
import type { Urgency } from '@/lib/domain/triage';

const URGENCIES: Record<Urgency, { icon: LucideIcon; name: string; tone: Tone; colour: string }> = {
  low: { icon: ChevronDown, name: 'Low', tone: 'neutral', colour: 'text-faint' },
  normal: { icon: Equal, name: 'Normal', tone: 'neutral', colour: 'text-faint' },
  high: { icon: ChevronUp, name: 'High', tone: 'warn', colour: 'text-warn' },
  critical: { icon: ChevronsUp, name: 'Critical', tone: 'danger', colour: 'text-danger' },
};

export const urgencyName = (urgency: Urgency): string => URGENCIES[urgency].name;

/** Urgency as an icon and a word. */
export const UrgencyMark = ({ urgency, className }: { urgency: Urgency; className?: string }) => {
  const { icon: Icon, name, colour } = URGENCIES[urgency];
  return (
    <span className={cn('inline-flex items-center gap-0.5 text-xs', colour, className)}>
      <Icon aria-hidden="true" className="size-3.5" />
      <span className="sr-only">Urgency </span>
      {name}
    </span>
  );
};
