import { redact, restore, restoreStream, type StreamingRestore } from '@/lib/detectors/placeholders';
import { createVault, type KnownValue, PLACEHOLDER } from '@/lib/detectors/vault';

/** Takes personal data out of what leaves the machine and puts it back into what returns; one per request, so nothing is shared. */
export interface Redactor {
  redact(text: string): string;
  restore(text: string): string;
  /** Placeholders in a text that stand for nothing we sent. */
  unknownIn(text: string): string[];
  /** Restores a text that arrives in pieces; holds back what may be half a placeholder. */
  restorer(): StreamingRestore;
}

/** `known` are values that are personal whatever they look like. */
export type OpenRedactor = (known: readonly KnownValue[]) => Redactor;

export const openRedactor: OpenRedactor = (known) => {
  const vault = createVault(known);
  return {
    redact: (text) => redact(text, vault),
    restore: (text) => restore(text, vault),
    unknownIn: (text) =>
      [...text.matchAll(PLACEHOLDER)]
        .map(([placeholder]) => placeholder)
        .filter((placeholder) => vault.valueOf(placeholder) === undefined),
    restorer: () => restoreStream(vault),
  };
};
