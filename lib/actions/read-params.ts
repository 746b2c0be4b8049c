import type { z } from 'zod';
import { visibleText } from '../core/text';

/** One line, as a person sees it: sentences that somebody approves have parameters in them, and must read as they are. */
const oneLine = (text: string): string => visibleText(text).replace(/\s+/g, ' ');

/**
 * Parameters of a tool as it understands them, defaults filled in, or what is wrong with them. Texts lose what nobody sees, such as marks that
 * turn the direction of what follows them, and line ends.
 */
export const readParams = <Params extends z.ZodType>(
  { params: schema }: { params: Params },
  params: Record<string, unknown>,
): z.ZodSafeParseResult<z.output<Params>> =>
  schema.safeParse(
    Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' ? oneLine(value) : value,
      ]),
    ),
  );
