import { newId } from '@/lib/core/ids';
import type { SeedAccount } from './accounts/account';
import type { Area } from './catalogue';

/** Who drives out for Larkspur; skills are those of policies/pricing.yaml, Monday is 1. Their names belong to no customer. */
const TECHNICIANS: { name: string; homeArea: Area; skills: string[]; weekdays: number[] }[] = [
  {
    name: 'Teodor Vass',
    homeArea: 'Alder Falls',
    skills: ['fiber', 'wiring', 'wifi'],
    weekdays: [1, 2, 3, 4, 5],
  },
  {
    name: 'Henrike Osei',
    homeArea: 'Alder Falls',
    skills: ['appliance', 'refrigeration', 'wifi'],
    weekdays: [2, 3, 4, 5, 6],
  },
  {
    name: 'Caspian Doyle',
    homeArea: 'Marlow Bay',
    skills: ['fiber', 'wiring', 'wifi'],
    weekdays: [1, 2, 4, 5, 6],
  },
  {
    name: 'Nkechi Strand',
    homeArea: 'Fenwick',
    skills: ['fiber', 'wiring', 'wifi'],
    weekdays: [1, 2, 3, 4, 5],
  },
  {
    name: 'Rufino Bale',
    homeArea: 'Fenwick',
    skills: ['appliance', 'refrigeration'],
    weekdays: [1, 3, 4, 5, 6],
  },
  {
    name: 'Ilse Corrigan',
    homeArea: 'Stonebridge Heights',
    skills: ['fiber', 'wiring', 'wifi', 'appliance'],
    weekdays: [1, 2, 3, 4, 5, 6],
  },
  {
    name: 'Tomasz Abara',
    homeArea: 'Cedar Hollow',
    skills: ['fiber', 'wiring', 'wifi', 'appliance'],
    weekdays: [1, 2, 3, 4, 6],
  },
  {
    name: 'Wren Halloran',
    homeArea: 'Port Ellery',
    skills: ['fiber', 'wiring', 'wifi', 'appliance', 'refrigeration'],
    weekdays: [2, 3, 4, 5, 6],
  },
];

export interface SeedTechnician {
  id: string;
  name: string;
  homeArea: string;
  skills: string[];
  weekdays: number[];
}

export const newTechnicians = (now: Date): SeedTechnician[] =>
  TECHNICIANS.map((technician) => ({ id: newId('tec', now.getTime()), ...technician }));

/** What a kind of visit asks for (policies/pricing.yaml). */
const skillOf = (kind: string): string => (kind === 'installation' ? 'fiber' : kind);

/**
 * The accounts with their booked visits given to technicians who live in the same town, know the work, work that day and have no other
 * visit in that window. A visit that fits nobody is left to be assigned.
 */
export const withTechnicians = (
  accounts: readonly SeedAccount[],
  technicians: readonly SeedTechnician[],
): SeedAccount[] => {
  const taken = new Set<string>();
  return accounts.map((account) => ({
    ...account,
    visits: account.visits.map((visit) => {
      if (visit.status !== 'booked') return visit;
      const place = (id: string) => `${id} ${visit.on.getTime()} ${visit.window}`;
      const fitting = technicians.find(
        ({ id, homeArea, skills, weekdays }) =>
          homeArea === account.customer.area &&
          skills.includes(skillOf(visit.kind)) &&
          weekdays.includes(visit.on.getUTCDay()) &&
          !taken.has(place(id)),
      );
      if (fitting === undefined) return visit;
      taken.add(place(fitting.id));
      return { ...visit, technicianId: fitting.id };
    }),
  }));
};
