import { z } from 'zod';

export const CHANNELS = ['chat', 'voice', 'sms', 'email'] as const;
export const channelSchema = z.enum(CHANNELS);
export type Channel = z.infer<typeof channelSchema>;
