import { HeartHandshake, Inbox, type LucideIcon, ShieldCheck, Siren } from 'lucide-react';
import type { Role } from '@/lib/domain/user';

export interface Place {
  href: '/desk' | '/escalations' | '/retention' | '/quality';
  label: string;
  icon: LucideIcon;
  roles: readonly Role[];
}

/** Where one can go, and who may. The rail, the command menu and the pages read it. */
export const PLACES: readonly Place[] = [
  { href: '/desk', label: 'Desk', icon: Inbox, roles: ['rep', 'lead', 'admin'] },
  { href: '/escalations', label: 'Escalations', icon: Siren, roles: ['lead', 'admin'] },
  { href: '/retention', label: 'Retention', icon: HeartHandshake, roles: ['lead', 'admin'] },
  { href: '/quality', label: 'Quality', icon: ShieldCheck, roles: ['qa', 'lead', 'admin'] },
];

export const placesOf = (role: Role): Place[] => PLACES.filter((place) => place.roles.includes(role));

/** The first page of a role. */
export const homeOf = (role: Role): Place['href'] => placesOf(role)[0]?.href ?? '/desk';
