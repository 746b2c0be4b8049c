import { expect, test } from 'vitest';
import { type Engagement, freeTechnicians } from '@/lib/actions/scheduling/free-slots';
import { wantedFor } from '@/lib/actions/scheduling/work';
import { seededRandom } from '@/lib/core/random';
import { visitKindSchema } from '@/lib/domain/customer';
import { loadPricing } from '@/lib/policies/compile-pricing';
import { PolicySource } from '@/lib/policies/policy-source';
import { readFolder } from '@/lib/policies/read-folder';
import { allAccounts } from './accounts/all-accounts';
import { AREAS, PLANS, TRIP_FEE, WINDOWS } from './catalogue';
import { readSeedFiles } from './files/seed-files';
import { newTechnicians, withTechnicians } from './technicians';

const now = new Date('2026-11-21T18:00:00Z');
const files = await readSeedFiles();
const pricing = loadPricing(new PolicySource((await readFolder('policies')).files));
if (pricing === undefined) throw new Error('pricing.yaml does not load');

const technicians = newTechnicians(now);
const { accounts } = allAccounts(files.customers, files.incidents, {
  total: 250,
  now,
  random: seededRandom(7),
});
const given = withTechnicians(accounts, technicians);
const visits = given.flatMap(({ customer, visits: all }) =>
  all.map((visit) => ({ ...visit, area: customer.area })),
);

test('technicians know what the policy knows, and cover every kind of visit', () => {
  const known = new Set(technicians.flatMap(({ skills }) => skills));
  expect([...known].sort()).toEqual([...pricing.visits.skills].sort());
  const customers = new Set(accounts.map(({ customer }) => customer.name));
  expect(technicians.filter(({ name }) => customers.has(name))).toEqual([]);
});

test('every technician who was given a visit can come to it beside all their others', () => {
  const engaged = visits.flatMap(({ technicianId, on, window, area }): Engagement[] =>
    technicianId ? [{ technicianId, day: on.toISOString().slice(0, 10), window, area }] : [],
  );
  expect(engaged.length).toBeGreaterThan(5);
  expect(engaged.length).toBeGreaterThan(visits.filter(({ status }) => status === 'booked').length / 2);
  for (const { kind, model, symptom, technicianId, on, window, area } of visits) {
    if (!technicianId) continue;
    const wanted = wantedFor(pricing, area, {
      kind: visitKindSchema.parse(kind),
      model: model ?? null,
      symptom: symptom ?? null,
    });
    const day = on.toISOString().slice(0, 10);
    const others = engaged.filter(
      (one) => !(one.technicianId === technicianId && one.day === day && one.window === window),
    );
    const free =
      wanted && freeTechnicians(pricing, { technicians, engagements: others }, wanted, { day, window });
    expect(
      free?.map(({ id }) => id),
      `${day} ${window} ${area}`,
    ).toContain(technicianId);
  }
});

test('some appliance visits wait for a part', () => {
  const waiting = visits.filter(({ part }) => part);
  expect(waiting.map(({ partStatus }) => partStatus).sort()).toEqual(['ordered', 'shipped']);
  for (const { model, symptom } of waiting) {
    expect(pricing.visits.models.map(({ id }) => id)).toContain(model);
    expect(pricing.visits.symptoms.map(({ id }) => id)).toContain(symptom);
  }
});

test('the catalogue of the demo and the price list agree', () => {
  expect(pricing.visits.windows).toEqual([...WINDOWS]);
  expect(pricing.areas.map(({ name }) => name)).toEqual([...AREAS]);
  for (const { name, zone } of pricing.areas)
    expect((pricing.visits.trip_fee[zone] ?? 0) * 100).toBe(TRIP_FEE[name as keyof typeof TRIP_FEE]);
  expect(Object.fromEntries(pricing.plans.map(({ name, price }) => [name, price * 100]))).toEqual(
    Object.fromEntries(Object.entries(PLANS).map(([name, { priceMinor }]) => [name, priceMinor])),
  );
});
