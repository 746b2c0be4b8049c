type OnDelta = (text: string) => void;

/**
 * Lets one engine speak at a time, and none after one has spoken: text that was shown is replaced by the whole answer, never continued by another engine.
 * `take` gives the next engine its voice and silences the one before.
 */
export const firstSpeaker = (
  signal: AbortSignal,
  onDelta: OnDelta | undefined,
): { take(): { onDelta?: OnDelta } } => {
  let spoken = false;
  let turn = 0;
  return {
    take: () => {
      turn += 1;
      const mine = turn;
      if (onDelta === undefined || spoken) return {};
      return {
        onDelta: (text) => {
          if (mine !== turn || signal.aborted) return;
          spoken = true;
          onDelta(text);
        },
      };
    },
  };
};
