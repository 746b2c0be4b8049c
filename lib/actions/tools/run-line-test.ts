import { z } from 'zod';
import { today } from '../days';
import { impossible } from '../impossible';
import { type LineVerdict, RECEIVER } from '../services/line-verdict';
import { findService, NO_SUCH_SERVICE, serviceParam } from '../services/service-meant';
import { readingTool } from '../tool';

const SAYS: Record<LineVerdict, string> = {
  good: 'The line is good up to the optical terminal: look at the gateway, the Wi-Fi and devices',
  weak: 'The light that arrives is outside what the terminal is built for: the fault is on our side of it',
  'no-light':
    'No light arrives: check that the optical terminal has power; if it has, the fault is on our side of it',
};

export const runLineTest = readingTool({
  id: 'run-line-test',
  title: 'Run a line test',
  params: z.strictObject({ service: serviceParam }),
  read: async (systems, { account, now }, { service: id }) => {
    const { service } = await findService(systems.services, account.customer.id, id, today(now));
    if (!service) return impossible('service', NO_SUCH_SERVICE);
    if (service.kind !== 'fiber')
      return impossible('service', `${service.plan} has no line of its own: choose fiber`);
    const test = await systems.services.testLine(account.customer.id, service.id, now);
    if (!test) return impossible('service', 'This line cannot be measured');
    const power = test.receivedDbm === null ? 'none' : `${test.receivedDbm.toFixed(1)} dBm`;
    return {
      is: 'found',
      sentence: SAYS[test.verdict],
      rows: [
        { label: 'Line', value: `${service.plan}, ${test.verdict}` },
        {
          label: 'Light received',
          value: `${power} (${RECEIVER.weakest} to ${RECEIVER.strongest} dBm is good)`,
        },
        { label: 'Packets lost', value: `${test.lossPercent.toFixed(1)} %` },
        ...(test.receivedDbm === null
          ? []
          : [{ label: 'Round trip', value: `${test.latencyMs.toFixed(0)} ms` }]),
      ],
    };
  },
});
