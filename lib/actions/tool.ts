import type { z } from 'zod';
import type { Problem } from '../core/errors';
import type { ActionOutcome, Effect } from '../domain/action';
import type { Account, ServiceKind } from '../domain/customer';
import type { ReadTool, WriteTool } from '../domain/tool';
import type { PricingPolicy } from '../policies/compile-pricing';
import type { TargetFacts } from '../policies/facts';
import type { Systems } from './systems';
import type { CouponPool } from './systems/coupons';

/** Whose account a tool acts on, and when. Nothing of another customer can be named: what is not theirs does not exist. */
export interface Target {
  account: Account;
  now: Date;
  pricing: PricingPolicy;
  /** What coupons are paid from: the pools of contact.yaml. */
  pools: readonly CouponPool[];
}

/** What a write would do, with the facts that clauses of tools.yaml speak of as `target`; or what stands in the way, by parameter. */
export type Looked =
  | { is: 'possible'; effect: Effect; facts: TargetFacts }
  | { is: 'impossible'; problems: Problem[] };

/** What became of a write. `impossible` when the world has changed since it was looked at; nothing has changed then. */
export type Ran = { is: 'done'; outcome: ActionOutcome } | { is: 'impossible'; problems: Problem[] };

export interface Write {
  /** The id of the action: a system that has seen it does nothing and answers as before. */
  key: string;
}

/** How a write is taken back: from what its outcome keeps in `undo`. */
export interface Reversal {
  look(systems: Systems, target: Target, undo: Record<string, unknown>): Promise<Looked>;
  run(systems: Systems, target: Target, undo: Record<string, unknown>, write: Write): Promise<Ran>;
}

/** Something that can be done to an account. One file each, in tools/. */
export interface WritingTool<Params extends z.ZodType = z.ZodType> {
  id: WriteTool;
  title: string;
  /** A strict object; every member has a `.meta({ title })` that a rep reads as its label. */
  params: Params;
  /** Parameters as far as the account and what was said tell them: a proposal, to be looked over. */
  propose(target: Target, said: Said): Partial<z.input<Params>>;
  look(systems: Systems, target: Target, params: z.output<Params>): Promise<Looked>;
  run(systems: Systems, target: Target, params: z.output<Params>, write: Write): Promise<Ran>;
  reversal: Reversal | null;
}

/** Something that can be looked up. It changes nothing. */
export interface ReadingTool<Params extends z.ZodType = z.ZodType> {
  id: ReadTool;
  title: string;
  params: Params;
  /** What was found: one sentence, and rows of label and value. */
  read(
    systems: Systems,
    target: Target,
    params: z.output<Params>,
  ): Promise<Finding | { is: 'impossible'; problems: Problem[] }>;
}

export interface Finding {
  is: 'found';
  sentence: string;
  rows: { label: string; value: string }[];
}

/** What the conversation says that parameters can be filled from. */
export interface Said {
  /** Amounts in cents that were spoken of, the newest first. */
  amounts: number[];
  /** Ids of orders, invoices and visits of this account that were named, the newest first. */
  named: string[];
  /** Kinds of service that were spoken of, the newest first. */
  services: ServiceKind[];
  /** What it is about: the leaf of the taxonomy. */
  intent: string;
}

/** A tool as it is written, with the type of its parameters; in a list it is a tool whatever they are. */
export const writingTool = <Params extends z.ZodType>(tool: WritingTool<Params>): WritingTool =>
  tool as unknown as WritingTool;
export const readingTool = <Params extends z.ZodType>(tool: ReadingTool<Params>): ReadingTool =>
  tool as unknown as ReadingTool;
