import type { z } from 'zod';
import type { KnownValue } from '@/lib/detectors/vault';
import type { AgentRole } from '@/lib/policies/agents-policy';
import type { Parsed } from '../parse/parsed';
import type { SlotNames, Slots } from '../prompt';

/** What every role knows of the organisation: the leaves of its taxonomy. */
export interface Taxonomy {
  intents: readonly { id: string; title: string; description: string }[];
}

/** Text from outside made fit to leave the machine. */
export type Clean = (text: string) => string;

/**
 * One role of the engine: what it sends, the shape it wants back, and what that means.
 * All of it pure. `Wire` is an answer as the model writes it, `Opinion` as the port promises it.
 */
export interface RoleJob<Request, Wire, Opinion> {
  role: AgentRole;
  names: SlotNames;
  /** Values of this request that are personal whatever they look like. */
  known(request: Request): KnownValue[];
  schema(request: Request, taxonomy: Taxonomy): z.ZodType<Wire>;
  /** `guarded` is for text that nobody in the conversation wrote; it leaves out what gives orders to the machine. */
  slots(request: Request, taxonomy: Taxonomy, clean: Clean, guarded?: Clean): Slots;
  /** `clean` gives a text as the model saw it; `restore` undoes placeholders. */
  read(
    wire: Wire,
    context: { request: Request; taxonomy: Taxonomy; clean: Clean; restore: (text: string) => string },
  ): Parsed<Opinion>;
  /** The property of the answer that is shown while it is written. */
  streams: (keyof Wire & string) | null;
}
