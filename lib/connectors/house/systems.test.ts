import { expect, it } from 'vitest';
import { houseCustomer, NOW, PRICING } from '@/lib/actions/testing/house-customer';
import { createDatabase } from '@/lib/db/client';
import { testDatabase } from '@/lib/db/testing';
import { houseSystems } from './systems';

const { prisma, pool, url } = await testDatabase();
const { id } = await houseCustomer(prisma);

/** Lets go of the customer's row when it is called. */
const heldElsewhere = async (): Promise<() => Promise<void>> => {
  const client = await pool.connect();
  await client.query('BEGIN');
  await client.query('SELECT id FROM customer WHERE id = $1 FOR UPDATE', [id]);
  return async () => {
    await client.query('ROLLBACK');
    client.release();
  };
};

const queueMessage = (setting: 'lock_timeout' | 'statement_timeout') =>
  prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config(${setting}, '50', true)`;
    const message = { customerId: id, channel: 'email', subject: 'A', text: 'B', at: NOW } as const;
    return houseSystems(tx).contacts.send(message, 'act_slow');
  });

it.each(['lock_timeout', 'statement_timeout'] as const)(
  'says which system is slow when %s passes, and does it when it is asked again',
  async (setting) => {
    const letGo = await heldElsewhere();
    await expect(queueMessage(setting)).rejects.toMatchObject({
      name: 'SystemFault',
      system: 'contacts',
      fault: 'slow',
    });
    await letGo();
    expect(await queueMessage(setting)).toBe(true);
    expect(await prisma.outgoingMessage.count({ where: { customerId: id } })).toBe(1);
  },
);

it('says which system is unreachable when its connection is lost', async () => {
  const other = createDatabase(url, { max: 1 });
  const asking = other.prisma.$transaction(async (tx) => {
    const [{ pid } = { pid: 0 }] = await tx.$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS pid`;
    await pool.query('SELECT pg_terminate_backend($1, 5000)', [pid]);
    return houseSystems(tx).billing.standing(id, PRICING);
  });
  await expect(asking).rejects.toMatchObject({
    name: 'SystemFault',
    system: 'billing',
    fault: 'unreachable',
  });
  await other.close();
});

it('leaves every other error as it is', async () => {
  const asking = prisma.$transaction((tx) => houseSystems(tx).contacts.verifiable('cus_nobody'));
  await expect(asking).rejects.toMatchObject({ name: 'PrismaClientKnownRequestError', code: 'P2025' });
});
