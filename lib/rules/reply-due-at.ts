import type { Channel } from '../domain/channel';
import type { Tier } from '../domain/customer';
import type { ServiceLevels } from '../policies/service-levels-policy';

/** When a wait that began at `since` breaks its service level. */
export const replyDueAt = (levels: ServiceLevels, channel: Channel, tier: Tier, since: Date): Date =>
  new Date(since.getTime() + levels[channel][tier] * 1000);
