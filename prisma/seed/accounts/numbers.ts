import { daysBetween } from '@/lib/core/clock';

/** Gives numbers out once; `used` are those people wrote by hand. */
export class Numbers {
  readonly #now: Date;
  readonly #random: () => number;
  readonly #used: Set<string>;

  constructor(now: Date, random: () => number, used: Iterable<string>) {
    this.#now = now;
    this.#random = random;
    this.#used = new Set(used);
  }

  account(): string {
    return this.#free(() => `LK-${200_000 + Math.floor(this.#random() * 90_000)}`);
  }

  /** Bills, orders and visits are numbered in order of time, as a company would: the later, the higher. */
  invoice(issued: Date): string {
    return this.#upFrom(
      118_560 - 19 * daysBetween(issued, this.#now),
      (n) => `INV-${issued.getUTCFullYear()}-${n}`,
    );
  }

  order(placed: Date): string {
    return this.#upFrom(73_016_100 - 140 * daysBetween(placed, this.#now), (n) => `ORD-${n}`);
  }

  visit(on: Date): string {
    return this.#upFrom(58_240 - 12 * daysBetween(on, this.#now), (n) => `VIS-${n}`);
  }

  phone(): string {
    const areaCodes = ['406', '307', '208', '701', '605'];
    return this.#free(() => {
      const code = areaCodes[Math.floor(this.#random() * areaCodes.length)];
      return `+1${code}55501${String(Math.floor(this.#random() * 100)).padStart(2, '0')}`;
    });
  }

  /** `first`, or the same with 2, 3 … before the @. */
  email(local: string): string {
    let attempt = 1;
    return this.#free(() => {
      const suffix = attempt === 1 ? '' : String(attempt);
      attempt += 1;
      return `${local}${suffix}@example.com`;
    });
  }

  #upFrom(first: number, format: (n: number) => string): string {
    let n = first;
    return this.#free(() => format(n++));
  }

  #free(next: () => string): string {
    for (let tries = 0; tries < 10_000; tries++) {
      const candidate = next();
      if (!this.#used.has(candidate)) {
        this.#used.add(candidate);
        return candidate;
      }
    }
    throw new RangeError('there are no numbers left');
  }
}
