import { newId } from '@/lib/core/ids';
import type { PrismaClient } from '@/lib/db/generated/client';

/** Somebody who comes, by default from Alder Falls on every working day with every skill. */
export const makeTechnician = async (
  prisma: PrismaClient,
  partial: Partial<{ name: string; homeArea: string; skills: string[]; weekdays: number[] }> = {},
) => {
  const technician = {
    id: newId('tec'),
    name: 'Dana Whitfield',
    homeArea: 'Alder Falls',
    skills: ['fiber', 'wiring', 'wifi', 'appliance', 'refrigeration'],
    weekdays: [1, 2, 3, 4, 5, 6],
    ...partial,
  };
  await prisma.technician.create({ data: technician });
  return technician;
};
