import { newestOf } from './audit-anchor';
import { type AuditedRow, hashOfEntry } from './audit-entry';
import type { Actor } from '../domain/user';
import { Prisma } from './generated/client';
