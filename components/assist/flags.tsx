import {
  CloudLightning,
  Flag as FlagIcon,
  Gavel,
  HeartHandshake,
  LifeBuoy,
  LogOut,
  type LucideIcon,
  MessageSquareWarning,
  ShieldAlert,
  UserRound,
} from 'lucide-react';
import { Badge, type Tone } from '@/components/ui/badge';
import type { Flag, RaisedFlag } from '@/lib/domain/triage';
import { JumpButton } from './jump-button';

const FLAGS: Record<Flag, { icon: LucideIcon; name: string; tone: Tone }> = {
  legal: { icon: Gavel, name: 'Legal', tone: 'danger' },
  regulator: { icon: Gavel, name: 'Regulator', tone: 'danger' },
  safety: { icon: LifeBuoy, name: 'Safety', tone: 'danger' },
  security: { icon: ShieldAlert, name: 'Security', tone: 'danger' },
  vulnerability: { icon: HeartHandshake, name: 'Needs extra care', tone: 'warn' },
  cancel: { icon: LogOut, name: 'Wants to cancel', tone: 'warn' },
  human_requested: { icon: UserRound, name: 'Asked for a person', tone: 'warn' },
  injection: { icon: FlagIcon, name: 'Tries to instruct the assistant', tone: 'danger' },
  abuse: { icon: MessageSquareWarning, name: 'Abuse', tone: 'danger' },
  outage: { icon: CloudLightning, name: 'Outage', tone: 'warn' },
};

/** What was noticed, each leading to the words that show it. */
export const Flags = ({ flags }: { flags: readonly RaisedFlag[] }) => (
  <ul aria-label="Flags" className="flex flex-wrap gap-1">
    {flags.map(({ flag, evidence }) => {
      const { icon: Icon, name, tone } = FLAGS[flag];
      return (
        <li key={`${flag} ${evidence.turnId} ${evidence.start}`} className="max-w-full">
          <JumpButton
            turnId={evidence.turnId}
            title={`“${evidence.text}”`}
            className="flex max-w-full no-underline"
          >
            <Badge tone={tone} className="hover:brightness-95">
              <Icon aria-hidden="true" />
              {name}
            </Badge>
            <span className="sr-only">: “{evidence.text}”, show it</span>
          </JumpButton>
        </li>
      );
    })}
  </ul>
);
