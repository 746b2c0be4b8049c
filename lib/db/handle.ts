import type { Prisma, PrismaClient } from './generated/client';

/** What a repository runs on: the database, or a transaction of it. */
export type Db = PrismaClient | Prisma.TransactionClient;
export type Tx = Prisma.TransactionClient;
