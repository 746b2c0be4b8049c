import type { Problem } from '../core/errors';

/** An answer that says which parameter stands in the way. */
export const impossible = (path: string, message: string): { is: 'impossible'; problems: Problem[] } => ({
  is: 'impossible',
  problems: [{ path, message }],
});
