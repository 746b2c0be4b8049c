/** What lies in the warehouse, and how many of it. */
export interface Stocked {
  item: string;
  units: number;
}

const EXPRESS = ', express delivery';
const TIMES = /^(?<item>.+) x(?<units>[1-9]\d?)$/u;

/** What an order's item takes from stock: `LM-10 mesh point x2` is two mesh points, and how fast it comes is no part of the item. */
export const stockedItem = (ordered: string): Stocked => {
  const name = ordered.endsWith(EXPRESS) ? ordered.slice(0, -EXPRESS.length) : ordered;
  const several = TIMES.exec(name)?.groups;
  return several?.item ? { item: several.item, units: Number(several.units) } : { item: name, units: 1 };
};
