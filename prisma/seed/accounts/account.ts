import type { Prisma } from '@/lib/db/generated/client';

/** One bill with its lines and the payment that settled it, if one did. */
export interface Bill {
  invoice: Prisma.InvoiceCreateManyInput & { issued: Date; due: Date };
  charges: Prisma.ChargeCreateManyInput[];
  payment: (Prisma.PaymentCreateManyInput & { on: Date }) | null;
}

/** A customer's account before it is stored, as rows; bills are newest first. */
export interface SeedAccount {
  /** The key in customers.yaml; null when it was generated. */
  key: string | null;
  /** Who speaks for a business; null for a person. */
  contact: string | null;
  customer: Prisma.CustomerCreateManyInput & { id: string; name: string; area: string; since: Date };
  contactPoints: Prisma.ContactPointCreateManyInput[];
  services: Prisma.ServiceCreateManyInput[];
  devices: Prisma.DeviceCreateManyInput[];
  bills: Bill[];
  /** Payments that settled none of the bills: duplicates, returned ones. */
  payments: Prisma.PaymentCreateManyInput[];
  orders: (Prisma.OrderCreateManyInput & { placed: Date })[];
  visits: (Prisma.VisitCreateManyInput & { on: Date })[];
  credits: Prisma.CreditCreateManyInput[];
  /** What each fiber service measures. */
  lines: Prisma.LineCreateManyInput[];
}

export const hasService = (account: SeedAccount, kind: string): boolean =>
  account.services.some((service) => service.kind === kind);
