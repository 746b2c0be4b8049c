import { z } from 'zod';
import { findFlags } from '@/lib/detectors/flags';
import { detection } from '@/lib/ml/metrics';
import { readRows } from '../rows';
import { refused, required, type Suite } from '../suite';

const rowSchema = z.object({ text: z.string(), label: z.enum(['human_request', 'other']) });

/** Whether the flag that sends a customer to a person is raised when it should be. */
export const humanRequestSuite: Suite = async (files, context) => {
  refused(files, 'train', 'kb');
  const rows = await readRows(required(files, 'data'), rowSchema, files.limit);
  const { flags } = await context.policies();
  const guesses = rows.map(({ text }) =>
    findFlags(text, flags).some(({ flag }) => flag === 'human_requested') ? 'human_request' : 'other',
  );
  const { precision, recall } = detection(
    rows.map(({ label }) => label),
    guesses,
    'human_request',
  );
  const others = rows.filter(({ label }) => label === 'other').length;
  const wrong = rows.filter(({ label }, i) => label === 'other' && guesses[i] === 'human_request').length;
  return {
    rows: rows.length,
    metrics: { precision, recall, falsePositiveRate: others === 0 ? 0 : wrong / others },
  };
};
