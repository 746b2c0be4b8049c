import { createStore } from '@/lib/client/store';

export const DENSITIES = ['comfortable', 'compact'] as const;
export type Density = (typeof DENSITIES)[number];

export const density = createStore<Density>('comfortable');

/** Shows and keeps a density; without one, the density kept. */
export const applyDensity = (chosen?: Density): void => {
  const next = chosen ?? (localStorage.getItem('density') === 'compact' ? 'compact' : 'comfortable');
  density.set(next);
  localStorage.setItem('density', next);
  document.documentElement.dataset.density = next;
};
