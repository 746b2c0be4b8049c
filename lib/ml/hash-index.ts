/** Open-addressed map from 32-bit hashes to consecutive numbers: what a Map does, without a boxed key per n-gram. */
export class HashIndex {
  private slots: Int32Array;
  private readonly keys: number[] = [];

  constructor(keys: Iterable<number> = []) {
    this.slots = new Int32Array(1024).fill(-1);
    for (const key of keys) this.add(key);
  }

  get size(): number {
    return this.keys.length;
  }

  /** The keys in the order of their numbers. */
  toKeys(): Uint32Array {
    return Uint32Array.from(this.keys);
  }

  /** The number of a key, or -1. */
  get(key: number): number {
    return this.slots[this.slotOf(key)] ?? -1;
  }

  /** The number of a key, given now when it has none. */
  add(key: number): number {
    const slot = this.slotOf(key);
    const known = this.slots[slot] ?? -1;
    if (known >= 0) return known;
    const number = this.keys.push(key) - 1;
    this.slots[slot] = number;
    if (this.keys.length * 2 > this.slots.length) this.grow();
    return number;
  }

  private slotOf(key: number): number {
    const mask = this.slots.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    for (;;) {
      const number = this.slots[slot] ?? -1;
      if (number < 0 || this.keys[number] === key) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1);
    this.keys.forEach((key, number) => {
      this.slots[this.slotOf(key)] = number;
    });
  }
}
