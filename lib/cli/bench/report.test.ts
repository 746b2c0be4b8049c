import { describe, expect, it } from 'vitest';
import { reportOf, rowsOf } from './report';

const figures = { '1 at once': { turns: 3, p50: 1.23456, phase: { accept: { p50: 4 } } }, total: 7 };

describe('a bench report', () => {
  it('is one table with a row for each innermost group', () => {
    expect(rowsOf(figures)).toEqual([
      { what: 'all', total: 7 },
      { what: '1 at once', turns: 3, p50: 1.23456 },
      { what: '1 at once phase accept', p50: 4 },
    ]);
  });

  it('names the machine and rounds its figures', () => {
    const report = reportOf('pipeline', figures, new Date('2027-03-10T12:00:00Z'));
    expect(report).toMatchObject({
      bench: 'pipeline',
      at: '2027-03-10T12:00:00.000Z',
      figures: { '1 at once': { p50: 1.23 } },
    });
    expect(report.machine.cores).toBeGreaterThan(0);
  });
});
