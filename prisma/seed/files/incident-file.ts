import { z } from 'zod';
import { serviceKindSchema } from '@/lib/domain/customer';
import { AREAS } from '../catalogue';
import { readYaml } from './read-yaml';

const incidentFileSchema = z.array(
  z
    .strictObject({
      number: z.string().regex(/^(OUT-[0-9]{4}|KI-[0-9]{2})$/, 'looks like OUT-4417 or KI-31'),
      kind: z.enum(['outage', 'known-issue']),
      area: z.enum(AREAS).nullable(),
      affects: z.array(serviceKindSchema).min(1),
      devices: z.array(z.string()),
      title: z.string().min(1),
      cause: z.string().min(1),
      workaround: z.string().min(1).optional(),
      started_hours_ago: z.number().nonnegative(),
      /** Negative: hours since it ended. */
      restore_in_hours: z.number().nullable(),
      status: z.enum(['open', 'resolved']),
      article: z.string().nullable(),
    })
    .refine((incident) => incident.kind !== 'outage' || incident.area !== null, {
      path: ['area'],
      message: 'an outage has an area',
    })
    .refine((incident) => (incident.status === 'resolved') === (incident.restore_in_hours ?? 1) < 0, {
      path: ['restore_in_hours'],
      message: 'is negative exactly when the status is resolved',
    }),
);
export type IncidentFile = z.infer<typeof incidentFileSchema>[number];

export const readIncidents = (file: string): Promise<IncidentFile[]> => readYaml(file, incidentFileSchema);
