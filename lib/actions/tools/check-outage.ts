import { z } from 'zod';
import { incidentsFor } from '../../knowledge/incidents';
import { readingTool } from '../tool';

const MOMENT = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZone: 'UTC',
  timeZoneName: 'short',
});
const moment = (iso: string): string => MOMENT.format(new Date(iso));

export const checkOutage = readingTool({
  id: 'check-outage',
  title: 'Check for an outage',
  params: z.strictObject({}),
  read: async (systems, { account, now }) => {
    const incidents = await systems.services.incidents(now);
    const hits = incidentsFor(account, incidents, { intentCategory: 'technical', text: '', now });
    const outages = hits.filter(({ kind }) => kind === 'outage');
    const issues = hits.filter(({ kind }) => kind === 'known-issue');
    const [first] = outages;
    const area = account.customer.area ?? 'an area we do not know';
    return {
      is: 'found',
      sentence: first
        ? `${first.number}: ${first.title}, ${first.restoreAt ? `expected back ${moment(first.restoreAt)}` : 'no time given yet'}`
        : `No outage in ${area} touches this customer${issues.length > 0 ? '; a known issue of a device may' : ''}`,
      rows: hits.flatMap(({ number, title, cause, workaround, startedAt, because }) => [
        { label: number, value: `${title}, since ${moment(startedAt)}` },
        { label: 'Cause', value: cause },
        { label: 'Why this customer', value: because },
        ...(workaround === null ? [] : [{ label: 'What helps', value: workaround }]),
      ]),
    };
  },
});
