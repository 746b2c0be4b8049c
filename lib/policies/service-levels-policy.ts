import { z } from 'zod';
import { channelSchema } from '../domain/channel';
import { tierSchema } from '../domain/customer';

/** `policies/service-levels.yaml`: seconds within which a customer is answered, by channel and tier. */
export const serviceLevelsPolicySchema = z.strictObject({
  reply_within_seconds: z.record(channelSchema, z.record(tierSchema, z.int().positive())),
});
export type ServiceLevels = z.infer<typeof serviceLevelsPolicySchema>['reply_within_seconds'];
