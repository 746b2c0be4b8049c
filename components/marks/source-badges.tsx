import { CalendarClock, EyeOff, Split } from 'lucide-react';
import { Badge } from '@/components/ui/badge';

export const StaleBadge = () => (
  <Badge tone="warn">
    <CalendarClock aria-hidden="true" /> May be out of date
  </Badge>
);

export const InternalBadge = () => (
  <Badge tone="note">
    <EyeOff aria-hidden="true" /> Internal only
  </Badge>
);

export const ConflictBadge = () => (
  <Badge tone="warn">
    <Split aria-hidden="true" /> Contradicted
  </Badge>
);
