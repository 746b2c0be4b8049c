'use client';
import { ActionsSection } from '@/components/actions/actions-section';
import { OpenPanelProvider } from '@/components/actions/open-panel';
import type { ConversationView } from '@/lib/contracts/conversations';
import { CancelPath } from './cancel-path';
import { RetentionCues } from './retention-cues';

interface AccountCuesProps {
  view: ConversationView;
  readOnly: boolean;
  wantsToLeave: boolean;
}

/** What can be done to the account, and what may be offered: one thing is reviewed at a time. */
export const AccountCues = ({ view, readOnly, wantsToLeave }: AccountCuesProps) => {
  const { id, state } = view.conversation;
  return (
    <OpenPanelProvider>
      <ActionsSection conversationId={id} readOnly={readOnly} />
      {wantsToLeave ? <CancelPath conversationId={id} readOnly={readOnly} /> : null}
      <RetentionCues
        conversationId={id}
        readOnly={readOnly}
        mayReply={!readOnly && view.may.reply && state === 'open'}
      />
    </OpenPanelProvider>
  );
};
