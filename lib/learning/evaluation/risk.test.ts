import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { seededRandom } from '@/lib/core/random';
import type { EvaluationContext, Metrics } from './suite';
import { riskSuite } from './suites/risk';

const folder = await mkdtemp(join(tmpdir(), 'cuedesk-risk-'));
afterAll(() => rm(folder, { recursive: true }));

type Row = Record<string, string | number>;

/** Who pays monthly and is new leaves more often; who is a senior does too, by the label itself. */
const rows = (count: number, seed: number): Row[] => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => {
    const monthly = random() < 0.5;
    const tenure = Math.floor(random() * 72);
    const label = random() < (monthly ? 0.5 : 0.1) + (tenure < 12 ? 0.3 : 0) ? 1 : 0;
    return {
      customerID: `C-${i}`,
      gender: random() < 0.5 ? 'Female' : 'Male',
      SeniorCitizen: String(label),
      Partner: label ? 'No' : 'Yes',
      Dependents: label ? 'No' : 'Yes',
      tenure: random() < 0.05 ? ' ' : String(tenure),
      Contract: monthly ? 'Month-to-month' : 'Two year',
      label,
    };
  });
};

let written = 0;
const fileOf = async (lines: readonly Row[]): Promise<string> => {
  const path = join(folder, `${++written}.jsonl`);
  await writeFile(path, lines.map((line) => JSON.stringify(line)).join('\n'));
  return path;
};

const measured = async (train: readonly Row[], data: readonly Row[]): Promise<Metrics> => {
  const files = {
    train: await fileOf(train),
    data: await fileOf(data),
    kb: null,
    limit: Number.POSITIVE_INFINITY,
  };
  const { metrics } = await riskSuite(files, {} as EvaluationContext);
  const { auc = 0, averagePrecision = 0, brier = 0, crossFitted = 0 } = metrics;
  return { auc, averagePrecision, brier, crossFitted };
};

const train = rows(600, 1);
const data = rows(300, 2);
const { auc, brier, averagePrecision } = await measured(train, data);

describe('eval risk', () => {
  it('measures what was learnt on other rows', () => {
    expect(auc).toBeGreaterThan(0.65);
    expect(averagePrecision).toBeGreaterThan(0.45);
    expect(brier).toBeLessThan(0.22);
  });

  it.each(['gender', 'SeniorCitizen', 'Partner', 'Dependents', 'customerID'])(
    'gives the same figures whatever %s says, which here would tell the label',
    async (column) => {
      const plain = await measured(train, data);
      const without = (list: readonly Row[]) =>
        list.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => name !== column)));
      const turned = (list: readonly Row[]) => list.map((row) => ({ ...row, [column]: `${row.label}` }));
      expect(await measured(without(train), without(data))).toEqual(plain);
      expect(await measured(turned(train), turned(data))).toEqual(plain);
    },
  );

  it('gives other figures when a feature says something else', async () => {
    const turned = train.map((row) => ({ ...row, Contract: row.label ? 'Month-to-month' : 'Two year' }));
    expect((await measured(turned, data)).brier).not.toBeCloseTo(Number(brier), 3);
  });

  it('needs rows to learn from', async () => {
    const files = { train: null, data: await fileOf(data), kb: null, limit: 10 };
    await expect(riskSuite(files, {} as EvaluationContext)).rejects.toThrow('--train');
  });
});
