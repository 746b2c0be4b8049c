import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOrCreateCustomer, type Sender } from './customers';
import { testDatabase } from './testing';

const { prisma } = await testDatabase();

const find = (sender: Sender) => prisma.$transaction((tx) => findOrCreateCustomer(tx, sender));

describe('finding or creating a customer', () => {
  it('goes by the most certain address first: outside id, mail, telephone', async () => {
    const [byId, byMail, byPhone] = [
      await find({ externalId: 'a' }),
      await find({ email: 'a@example.com' }),
      await find({ phone: '+14065550101' }),
    ];
    expect((await find({ externalId: 'a', email: 'a@example.com', phone: '+14065550101' })).id).toBe(byId.id);
    expect((await find({ email: 'A@EXAMPLE.com', phone: '+14065550101' })).id).toBe(byMail.id);
    expect((await find({ externalId: 'unknown', phone: '+14065550101' })).id).toBe(byPhone.id);
  });

  it('names a new one by what is known of them', async () => {
    const names = [
      await find({ name: 'Maya', email: 'm@example.com' }),
      await find({ email: 'x@example.com' }),
      await find({ phone: '+14065550102' }),
      await find({ externalId: 'z' }),
    ];
    expect(names.map(({ name }) => name)).toEqual(['Maya', 'x@example.com', '+14065550102', 'New customer']);
  });

  it('gives an address one owner whatever senders come at once, and leaves nobody behind without one', async () => {
    const sender = fc.record(
      {
        externalId: fc.constantFrom('p', 'q'),
        email: fc.constantFrom('p@x.example', 'q@x.example'),
        phone: fc.constantFrom('+14065550111', '+14065550112'),
      },
      { requiredKeys: ['email'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(sender, { minLength: 2, maxLength: 8 }), async (senders) => {
        await prisma.customer.deleteMany();
        const found = await Promise.all(senders.map(find));
        const stored = await prisma.customer.findMany({ include: { contactPoints: true } });
        expect(new Set(found.map(({ id }) => id))).toEqual(new Set(stored.map(({ id }) => id)));
        expect(stored.every(({ contactPoints }) => contactPoints.length > 0)).toBe(true);
        for (const { email } of senders)
          expect(
            await prisma.contactPoint.count({ where: { kind: 'email', value: email } }),
          ).toBeLessThanOrEqual(1);
        expect((await Promise.all(senders.map(find))).length).toBe(senders.length);
        expect(await prisma.customer.count()).toBe(stored.length);
      }),
      { numRuns: 20 },
    );
  });
});
