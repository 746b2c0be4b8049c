import { z } from 'zod';

/** An outage of an area, or a known issue of a device or service. `area` is null when it is everywhere. */
export const incidentSchema = z.object({
  number: z.string(),
  kind: z.enum(['outage', 'known-issue']),
  area: z.string().nullable(),
  affects: z.array(z.enum(['fiber', 'tv', 'mobile', 'home'])),
  devices: z.array(z.string()),
  title: z.string(),
  cause: z.string(),
  workaround: z.string().nullable(),
  startedAt: z.string(),
  restoreAt: z.string().nullable(),
});
export type Incident = z.infer<typeof incidentSchema>;
