import { newId } from '@/lib/core/ids';
import { pick } from '@/lib/core/random';
import type { DeviceModel } from '../catalogue';
import { monthsAgo } from '../days';
import type { SeedAccount } from './account';
import type { Profile } from './profile';

/** The kinds of service an open outage has taken down in an area. */
export type DownIn = (area: string, kind: string) => boolean;

/** The devices of a customer's services: a gateway and a terminal for fiber, a box for TV, what is rented. */
export const equipment = (
  customerId: string,
  profile: Profile,
  now: Date,
  down: DownIn,
  random: () => number,
): SeedAccount['devices'] => {
  const fiber = profile.plans.find((plan) => plan.startsWith('Fiber'));
  const offline = down(profile.area, 'fiber');
  const add = (model: DeviceModel, age: number, faulty = 0.03): SeedAccount['devices'][number] => {
    const installed = monthsAgo(now, Math.min(age, profile.tenureMonths));
    const status = fiber && offline ? 'offline' : random() < faulty ? 'degraded' : 'online';
    return { id: newId('dev', installed.getTime()), customerId, model, installed, status };
  };
  const age = Math.min(profile.tenureMonths, 4 + Math.floor(random() * 40));
  const boxes = Array.from({ length: profile.tvBoxes }, () =>
    add('LT-4 TV box', age - Math.floor(random() * age)),
  );
  if (!fiber) return boxes;
  const old = profile.tenureMonths > 40 && random() < 0.4;
  const gateway: DeviceModel =
    fiber === 'Fiber 2 Gig'
      ? 'LF-600 gateway'
      : old
        ? 'LF-200 gateway'
        : fiber === 'Fiber 1 Gig'
          ? pick(['LF-400 gateway', 'LF-600 gateway'], random)
          : 'LF-400 gateway';
  return [
    add(gateway, age, old ? 0.3 : 0.03),
    add('ON-1 optical terminal', age, 0),
    ...boxes,
    ...Array.from({ length: profile.rentedMeshPoints }, () => add('LM-10 mesh point', Math.floor(age / 2))),
  ];
};
