import { Badge, type Tone } from '@/components/ui/badge';
import type { Tier } from '@/lib/domain/customer';

const TIERS: Record<Tier, { name: string; tone: Tone }> = {
  standard: { name: 'Standard', tone: 'neutral' },
  gold: { name: 'Gold', tone: 'note' },
  enterprise: { name: 'Enterprise', tone: 'accent' },
};

export const tierName = (tier: Tier): string => TIERS[tier].name;

/** A customer's tier; the usual one goes without saying. */
export const TierMark = ({ tier }: { tier: Tier }) =>
  tier === 'standard' ? null : <Badge tone={TIERS[tier].tone}>{TIERS[tier].name}</Badge>;
