import type { QueryClient } from '@tanstack/react-query';
import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';
import { checkWording, correctCue, recordCueEvent } from '../contracts/cues';
import type { CorrectionBody } from '../domain/correction';
import type { CueEventKind } from '../domain/cue';
import { call } from './call';
import { conversationKeys, cuesQuery } from './conversations';
import { tickStep } from './patch-cues';

/** What the guardrails say about a wording; keyed by the wording, so that going back costs nothing. */
export const wordingQuery = (id: string, text: string) =>
  queryOptions({
    queryKey: [...conversationKeys.one(id), 'wording', text],
    queryFn: ({ signal }) => call(checkWording, { params: { id }, body: { text }, signal }),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
    gcTime: 60_000,
    retry: false,
  });

export interface CorrectionInput {
  cueId: string;
  body: CorrectionBody;
  reason?: string;
}

/** A correction of a cue. A ticked step shows at once and goes back when the server refuses, which `onRefused` hears of. */
export const correctMutation = (
  client: QueryClient,
  conversationId: string,
  onRefused: (thrown: unknown) => void,
) => {
  const { queryKey } = cuesQuery(conversationId);
  const tick = ({ cueId, body }: CorrectionInput, back: boolean): void => {
    if (body.kind === 'override' && body.field === 'step')
      client.setQueryData(
        queryKey,
        (held) => held && tickStep(held, cueId, body.step, back ? body.before : body.after),
      );
  };
  return mutationOptions({
    mutationFn: ({ cueId, body, reason }: CorrectionInput) =>
      call(correctCue, { params: { id: cueId }, body: { body, reason: reason?.trim() || null } }),
    onMutate: (input) => tick(input, false),
    onError: (thrown, input) => {
      tick(input, true);
      onRefused(thrown);
    },
  });
};

const told = new Set<string>();

/** Records once per page what happened to a cue. A lost record is not worth an interruption. */
export const recordCue = (
  cueId: string,
  kind: Extract<CueEventKind, 'shown' | 'seen' | 'inserted' | 'undone'>,
): void => {
  const key = `${cueId} ${kind}`;
  if (told.has(key)) return;
  told.add(key);
  call(recordCueEvent, { params: { id: cueId }, body: { kind } }).catch(() => told.delete(key));
};
