import { percentile } from '@/lib/ml/metrics';

/** Milliseconds of one call after the other. */
export class Stopwatch {
  private readonly laps: number[] = [];

  /** Runs and times; what it gives is passed on. */
  async time<T>(run: () => Promise<T> | T): Promise<T> {
    const start = performance.now();
    const value = await run();
    this.laps.push(performance.now() - start);
    return value;
  }

  percentile(share: number): number {
    return percentile(this.laps, share);
  }
}

/** Whole seconds and milliseconds since `start`. */
export const secondsSince = (start: number): number => (performance.now() - start) / 1000;
