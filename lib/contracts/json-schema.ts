import { z } from 'zod';
import { moneySchema } from '../core/money';
import { actionStateSchema } from '../domain/action';
import { cancelRiskSchema } from '../domain/cancel-risk';
import { clauseResultSchema } from '../domain/clause';
import { memoryFactSchema } from '../domain/memory';
import { decidedOfferSchema } from '../domain/offer';
import { quoteSchema } from '../domain/quote';
import { problemSchema } from './parts';
import { cueSummarySchema, publicConversationSchema, publicEscalationSchema } from './public-conversations';
import { publicEventSchema } from './public-events';
import { publicActionSchema } from './public-visits';

/** JSON Schema, draft 2020-12: the dialect of OpenAPI 3.1. */
export type JsonSchema = z.core.JSONSchema.BaseSchema;

/** Schemas that have a name in the document; all others stand where they are used. */
const named = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries({
  Problem: problemSchema,
  Money: moneySchema,
  Clause: clauseResultSchema,
  Conversation: publicConversationSchema,
  Escalation: publicEscalationSchema,
  CueSummary: cueSummarySchema,
  Event: publicEventSchema,
  MemoryFact: memoryFactSchema,
  Quote: quoteSchema,
  Action: publicActionSchema,
  ActionState: actionStateSchema,
  CancelRisk: cancelRiskSchema,
  Offer: decidedOfferSchema,
}))
  named.add(schema, { id });

const SAFE = Number.MAX_SAFE_INTEGER;

/** Takes out what only says how zod checks, and puts in what a schema says of itself. Answers may get more fields; requests may not. */
const tidy =
  (io: 'input' | 'output') =>
  ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void => {
    const description = z.globalRegistry.get(zodSchema)?.description;
    if (description !== undefined) jsonSchema.description = description;
    if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    if (jsonSchema.maximum === SAFE) delete jsonSchema.maximum;
    if (jsonSchema.minimum === -SAFE) delete jsonSchema.minimum;
    if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
  };

const COMPONENTS = '#/components/schemas/';

/** References to named schemas as they are written in the document. */
const relocated = (schema: JsonSchema): JsonSchema =>
  JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', COMPONENTS) : value,
  );

/** The schema of what is sent (`input`) or answered (`output`), and the named ones that it refers to. */
export const jsonSchemaOf = (
  schema: z.ZodType,
  io: 'input' | 'output',
): { schema: JsonSchema; components: Record<string, JsonSchema> } => {
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = z.toJSONSchema(schema, { metadata: named, io, override: tidy(io) });
  const itself = named.get(schema)?.id;
  const components = Object.fromEntries(
    Object.entries($defs).map(([id, definition]) => [id, relocated(definition as JsonSchema)]),
  );
  return itself === undefined
    ? { schema: relocated(rest), components }
    : { schema: { $ref: COMPONENTS + itself }, components: { ...components, [itself]: relocated(rest) } };
};
