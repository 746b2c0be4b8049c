import { z } from 'zod';

const slug = z
  .string()
  .regex(/^[a-z0-9-]+$/, 'is written in small letters, digits and hyphens')
  .max(60);

/** `policies/dispositions.yaml`: what it was about, and under each what can have happened. */
export const dispositionsPolicySchema = z.record(slug, z.array(slug).min(1));
