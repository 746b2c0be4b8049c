import { z } from 'zod';
import { findInjection } from '@/lib/detectors/injection';
import { readRows } from '../rows';
import { type Metrics, refused, required, type Suite } from '../suite';

const rowSchema = z.object({ text: z.string(), label: z.enum(['attack', 'benign']), source: z.string() });

/** Share of attacks that are found, and of harmless texts that are taken for one, in all and by source. */
export const injectionSuite: Suite = async (files) => {
  refused(files, 'train', 'kb');
  const rows = await readRows(required(files, 'data'), rowSchema, files.limit);
  const judged = rows.map(({ text, label, source }) => ({
    label,
    source,
    found: findInjection(text).length > 0,
  }));
  const shareFound = (label: 'attack' | 'benign', source?: string): { rows: number; share: number } => {
    const those = judged.filter(
      (row) => row.label === label && (source === undefined || row.source === source),
    );
    return {
      rows: those.length,
      share: those.length === 0 ? 0 : those.filter(({ found }) => found).length / those.length,
    };
  };
  const bySource: Metrics = {};
  for (const source of [...new Set(judged.map((row) => row.source))].sort()) {
    const attacks = shareFound('attack', source);
    const benign = shareFound('benign', source);
    if (attacks.rows > 0 && benign.rows > 0) {
      bySource[source] = {
        rows: attacks.rows + benign.rows,
        recall: attacks.share,
        falsePositiveRate: benign.share,
      };
    } else {
      bySource[source] =
        attacks.rows > 0
          ? { rows: attacks.rows, recall: attacks.share }
          : { rows: benign.rows, falsePositiveRate: benign.share };
    }
  }
  return {
    rows: rows.length,
    metrics: { recall: shareFound('attack').share, falsePositiveRate: shareFound('benign').share, bySource },
  };
};
