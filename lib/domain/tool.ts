import { z } from 'zod';

/** Tools that look: they change nothing and need no approval. */
export const READ_TOOLS = [
  'read-account',
  'read-bill',
  'read-order',
  'track-shipment',
  'check-outage',
  'run-line-test',
  'check-part',
  'find-slots',
  'quote-visit',
] as const;

/** Tools that change an account: each is approved by a person, or by a policy that names it. */
export const WRITE_TOOLS = [
  'apply-credit',
  'refund-charge',
  'reship-order',
  'start-return',
  'resend-confirmation',
  'update-contact',
  'change-plan',
  'restart-service',
  'book-visit',
  'move-visit',
  'cancel-visit',
  'waive-trip-fee',
  'issue-coupon',
  'cancel-service',
] as const;

export const TOOLS = [...READ_TOOLS, ...WRITE_TOOLS] as const;
export const readToolSchema = z.enum(READ_TOOLS);
export const writeToolSchema = z.enum(WRITE_TOOLS);
export const toolNameSchema = z.enum(TOOLS);
export type ReadTool = z.infer<typeof readToolSchema>;
export type WriteTool = z.infer<typeof writeToolSchema>;
export type ToolName = z.infer<typeof toolNameSchema>;
