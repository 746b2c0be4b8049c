import { type LiteralModels, literalModels } from '@/lib/assist/testing/literal-models';

/** An engine that waits in one port until it is let go; `reached` tells that it does. */
export const waitingModels = (
  port: 'triage' | 'summariseHandoff',
): { models: LiteralModels; reached: Promise<void>; go: () => void } => {
  let go = () => {};
  let here = () => {};
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    here = resolve;
  });
  const plain = literalModels();
  const answer = plain[port] as (...args: unknown[]) => Promise<never>;
  const wait = async (...args: unknown[]): Promise<never> => {
    here();
    await gate;
    return answer(...args);
  };
  return { models: literalModels({}, { [port]: wait }), reached, go: () => go() };
};
