'use client';
import { useQuery } from '@tanstack/react-query';
import { CueSection } from '@/components/assist/cue-section';
import { goToSection } from '@/components/assist/go-to-section';
import { useShortcut } from '@/components/shell/use-shortcut';
import { Fold } from '@/components/ui/fold';
import { Fault } from '@/components/ui/notice';
import { Loading, Skeleton } from '@/components/ui/skeleton';
import { actionsQuery } from '@/lib/client/account-actions';
import { explain } from '@/lib/client/query-client';
import type { ActionsView } from '@/lib/contracts/actions';
import type { Action } from '@/lib/domain/action';
import { ActionItem } from './action-item';
import { useOpenPanel } from './open-panel';
import { Proposals } from './proposals';
import { ToolList } from './tool-list';

const SECTION = 'actions';
/** Older ones are folded: what was just done is what is looked for. */
const OPEN = 2;

const ActionItems = ({ actions, mayAct }: { actions: readonly Action[]; mayAct: boolean }) => {
  const panel = useOpenPanel();
  return (
    <ul aria-label="Asked for and done" className="flex flex-col gap-2">
      {actions.map((action) => {
        const place = `undo ${action.id}`;
        return (
          <ActionItem
            key={action.id}
            action={action}
            mayAct={mayAct}
            isUndoing={panel.isOpen(place)}
            onUndo={(open) => (open ? panel.toggle(place) : panel.close())}
            onReversed={panel.leadTo}
          />
        );
      })}
    </ul>
  );
};

const Done = ({ actions, mayAct }: { actions: readonly Action[]; mayAct: boolean }) =>
  actions.length === 0 ? null : (
    <div className="mt-2 flex flex-col gap-2">
      <ActionItems actions={actions.slice(0, OPEN)} mayAct={mayAct} />
      {actions.length > OPEN ? (
        <Fold summary={`Earlier: ${actions.length - OPEN}`}>
          <div className="mt-2">
            <ActionItems actions={actions.slice(OPEN)} mayAct={mayAct} />
          </div>
        </Fold>
      ) : null}
    </div>
  );

const READ_ONLY = 'You read here and change nothing.';
const NOT_YOURS = 'Take the conversation over to act on the account.';
const NOTHING_YET = 'Nothing is proposed. Pick an action below when the account needs one.';

/** Why there is nothing to press, or what to do next where nothing stands. */
const hint = ({ mayAct, proposals, actions }: ActionsView, readOnly: boolean): string | null => {
  if (readOnly) return READ_ONLY;
  if (!mayAct) return NOT_YOURS;
  return proposals.length + actions.length === 0 ? NOTHING_YET : null;
};

interface ActionsSectionProps {
  conversationId: string;
  readOnly: boolean;
}

/** What can be done to the account, what is proposed, and what was done. */
export const ActionsSection = ({ conversationId, readOnly }: ActionsSectionProps) => {
  const { data, isPending, error, refetch } = useQuery(actionsQuery(conversationId));
  useShortcut('actions', () => goToSection(SECTION));
  const body = () => {
    if (isPending)
      return (
        <Loading what="actions" className="flex flex-col gap-2">
          <Skeleton className="h-7" />
          <Skeleton className="h-7" />
        </Loading>
      );
    if (data === undefined)
      return <Fault title="The actions did not load" detail={explain(error)} retry={() => void refetch()} />;
    const canAct = !readOnly && data.mayAct;
    const words = hint(data, readOnly);
    return (
      <>
        {words === null ? null : <p className="text-muted">{words}</p>}
        <Proposals conversationId={conversationId} view={data} canAct={canAct} />
        <Done actions={data.actions} mayAct={canAct} />
        {canAct ? <ToolList conversationId={conversationId} view={data} /> : null}
      </>
    );
  };
  return (
    <CueSection title="Actions" id={SECTION}>
      {body()}
    </CueSection>
  );
};
