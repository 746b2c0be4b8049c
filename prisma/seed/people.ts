import { hash } from '@node-rs/argon2';
import { newId } from '@/lib/core/ids';
import type { Role } from '@/lib/domain/user';

export const TEAMS = [
  { id: 'care', name: 'Customer care' },
  { id: 'enterprise', name: 'Enterprise' },
] as const;
export type TeamId = (typeof TEAMS)[number]['id'];

export interface SeedUser {
  id: string;
  email: string;
  name: string;
  role: Role;
  teamId: TeamId;
}

/** Who works at Larkspur. Their names belong to no customer. */
export const PEOPLE = [
  { email: 'nadia.farrow@larkspur.example', name: 'Nadia Farrow', role: 'rep', teamId: 'care' },
  { email: 'jonas.petrov@larkspur.example', name: 'Jonas Petrov', role: 'rep', teamId: 'care' },
  { email: 'ikram.saleh@larkspur.example', name: 'Ikram Saleh', role: 'rep', teamId: 'care' },
  { email: 'beatriz.lomax@larkspur.example', name: 'Beatriz Lomax', role: 'rep', teamId: 'enterprise' },
  { email: 'desmond.achterberg@larkspur.example', name: 'Desmond Achterberg', role: 'lead', teamId: 'care' },
  {
    email: 'yusra.castellanos@larkspur.example',
    name: 'Yusra Castellanos',
    role: 'lead',
    teamId: 'enterprise',
  },
  { email: 'ottilie.brandvold@larkspur.example', name: 'Ottilie Brandvold', role: 'qa', teamId: 'care' },
  { email: 'prakash.menon@larkspur.example', name: 'Prakash Menon', role: 'qa', teamId: 'care' },
  { email: 'vivian.sorlie@larkspur.example', name: 'Vivian Sørlie', role: 'admin', teamId: 'care' },
] as const satisfies readonly Omit<SeedUser, 'id'>[];

/** How long each has worked there, in months: the interruption budget goes by it. */
export const MONTHS_HERE: Readonly<Record<(typeof PEOPLE)[number]['email'], number>> = {
  'nadia.farrow@larkspur.example': 26,
  'jonas.petrov@larkspur.example': 14,
  'ikram.saleh@larkspur.example': 2,
  'beatriz.lomax@larkspur.example': 40,
  'desmond.achterberg@larkspur.example': 61,
  'yusra.castellanos@larkspur.example': 33,
  'ottilie.brandvold@larkspur.example': 19,
  'prakash.menon@larkspur.example': 48,
  'vivian.sorlie@larkspur.example': 72,
};

/** Argon2id with 19 MiB, 2 passes and 1 lane: the first choice of the OWASP Password Storage Cheat Sheet. */
export const hashPassword = (password: string): Promise<string> =>
  hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });

export const newUser = (person: Omit<SeedUser, 'id'>, now: Date): SeedUser => ({
  id: newId('usr', now.getTime()),
  ...person,
});
