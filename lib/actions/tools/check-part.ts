import { z } from 'zod';
import { impossible } from '../impossible';
import { sayDate, saySlot } from '../scheduling/local-time';
import { NO_SUCH_VISIT, visitParam } from '../scheduling/visit-meant';
import type { Visit } from '../systems/scheduling';
import { readingTool } from '../tool';

const params = z.strictObject({ visit: visitParam });

type Part = NonNullable<Visit['part']>;

const WHERE: Record<Part['status'], string> = {
  ordered: 'is ordered and has not left the supplier',
  shipped: 'is on its way',
  arrived: 'has arrived',
};

/** Whether a part is there in time: it has to be there the day before the visit at the latest, or to have arrived. */
const inTime = ({ status, expected }: Part, { day }: Visit): string => {
  if (status === 'arrived') return '';
  if (expected === null) return ', and nobody knows until when';
  return expected < day
    ? `, expected ${sayDate(expected)}, in time for the visit`
    : `, expected ${sayDate(expected)}: too late for the visit, which has to be moved`;
};

export const checkPart = readingTool({
  id: 'check-part',
  title: 'Arrival of a part',
  params,
  read: async (systems, { account }, { visit: id }) => {
    const visit = await systems.scheduling.findVisit(account.customer.id, id);
    if (visit === null) return impossible('visit', NO_SUCH_VISIT);
    const { number, part, status, technician } = visit;
    const about = [
      { label: 'Visit', value: `${number}, ${saySlot(visit)} (${status})` },
      { label: 'Technician', value: technician ?? 'not assigned' },
    ];
    if (part === null) return { is: 'found', sentence: `Visit ${number} waits for no part`, rows: about };
    return {
      is: 'found',
      sentence: `The part for visit ${number} (${part.name}) ${WHERE[part.status]}${status === 'booked' ? inTime(part, visit) : ''}`,
      rows: [
        ...about,
        { label: 'Part', value: part.name },
        { label: 'Where it is', value: part.status },
        { label: 'Expected', value: part.expected === null ? 'unknown' : sayDate(part.expected) },
      ],
    };
  },
});
