'use client';
import { useRef, useState } from 'react';
import { RequestFailed } from '@/lib/client/call';
import { connection } from '@/lib/client/connection';
import type { PossiblePreview } from '@/lib/client/preview-difference';
import { explain } from '@/lib/client/query-client';
import { useStore } from '@/lib/client/store';
import { uuid } from '@/lib/client/uuid';
import type { ActionPreview } from '@/lib/contracts/actions';
import type { Action } from '@/lib/domain/action';

/** What an approval is bound to: what was shown, and the one intention it is for. */
export interface Seal {
  key: string;
  hash: string;
}

/** How an approval goes to the server, whichever endpoint it is; it resolves to the action, and rejects when nothing was approved. */
export interface Sender {
  send: (seal: Seal) => Promise<Action | null>;
  isPending: boolean;
  error: Error | null;
}

interface Asked {
  preview: ActionPreview | undefined;
  /** What is shown belongs to an earlier question, or is being asked again. */
  checking: boolean;
  /** What is asked, so that a failure is known to belong to it. */
  question: string;
  /** Titles of fields that have to be filled in first. */
  missing: readonly string[];
  /** Asks for the preview again. */
  again: () => void;
}

export interface Approval {
  approve: () => void;
  /** Why it cannot be approved right now; null when it can. */
  because: string | null;
  /** What was shown when the server said that something else would happen now, and how it said so. */
  outdated: Outdated | null;
  /** Any other failure of the last try. */
  error: Error | null;
}

export interface Outdated {
  before: PossiblePreview;
  why: string;
}

const isOutdated = (thrown: Error): boolean => thrown instanceof RequestFailed && thrown.status === 409;

const whyNot = (
  { preview, checking, missing }: Asked,
  offline: boolean,
  isPending: boolean,
): string | null => {
  if (offline) return 'No connection. Approve when it is back; nothing here is lost.';
  if (isPending) return 'Under way…';
  if (missing.length > 0) return `Fill in: ${missing.join(', ')}`;
  if (checking) return 'Checking…';
  if (preview === undefined) return 'It is not known yet what this would do.';
  if (preview.is === 'impossible') return 'This cannot be done as it stands.';
  return preview.decision.outcome === 'refused' ? 'A rule stands in the way.' : null;
};

/**
 * Approves what is shown, once: the key is one for as long as the same thing is shown, so a second click, or a try after a lost reply, is
 * the same intention. When the server finds that something else would happen now, what was shown is kept to say what is different, and
 * the new preview needs an approval of its own. What went wrong is forgotten as soon as something else is asked.
 */
export const useApproval = (
  asked: Asked,
  sender: Sender,
  onApproved: (action: Action | null) => void,
): Approval => {
  const { preview, question, again } = asked;
  const offline = useStore(connection) === 'lost';
  const intention = useRef<Seal | null>(null);
  const [tried, setTried] = useState<{ question: string; shown: PossiblePreview } | null>(null);
  const because = whyNot(asked, offline, sender.isPending);

  const approve = (): void => {
    if (because !== null || preview?.is !== 'possible') return;
    if (intention.current?.hash !== preview.hash) intention.current = { key: uuid(), hash: preview.hash };
    setTried({ question, shown: preview });
    // Not the mutation's own callbacks: those are dropped when what was approved takes this panel off the screen.
    sender.send(intention.current).then(onApproved, (thrown: Error) => {
      if (!isOutdated(thrown)) return;
      intention.current = null;
      again();
    });
  };
  const failed =
    tried?.question === question && sender.error !== null ? { ...tried, error: sender.error } : null;
  return failed !== null && isOutdated(failed.error)
    ? { approve, because, outdated: { before: failed.shown, why: explain(failed.error) }, error: null }
    : { approve, because, outdated: null, error: failed?.error ?? null };
};
