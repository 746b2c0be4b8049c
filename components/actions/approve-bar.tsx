'use client';
import { Check, CircleAlert, UserRoundCheck } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Kbd } from '@/components/ui/kbd';
import { explain } from '@/lib/client/query-client';
import type { ActionPreview } from '@/lib/contracts/actions';
import type { Role } from '@/lib/domain/user';
import type { Approval } from './use-approval';

const PEOPLE: Record<Role, string> = { rep: 'a rep', lead: 'a lead', qa: 'a QA reviewer', admin: 'an admin' };

export const sayRoles = (roles: readonly Role[]): string => roles.map((role) => PEOPLE[role]).join(' or ');

/** Who else has to agree, and why. */
const SecondPerson = ({ preview }: { preview: ActionPreview | undefined }) =>
  preview?.is === 'possible' && preview.decision.outcome === 'second' ? (
    <p className="flex items-start gap-1.5 text-warn text-xs">
      <UserRoundCheck aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
      <span>
        Needs a second person, {sayRoles(preview.decision.roles)}: {preview.decision.because}.
      </span>
    </p>
  ) : null;

interface ApproveBarProps {
  preview: ActionPreview | undefined;
  approval: Approval;
  /** What the button says when nobody else has to agree. */
  label: string;
}

/** The deliberate act: one button, one key, and what keeps it from being pressed. It stays in sight however long the rules are. */
export const ApproveBar = ({ preview, approval, label }: ApproveBarProps) => {
  const { approve, because, error } = approval;
  const asks =
    preview?.is === 'possible' && preview.decision.outcome === 'second' ? preview.decision.roles : null;
  return (
    <div className="sticky bottom-0 -mx-3 -mb-3 flex flex-col gap-2 rounded-b-lg border-t bg-raised px-3 py-2">
      <SecondPerson preview={preview} />
      {error === null ? null : (
        <p role="alert" className="flex items-start gap-1.5 text-danger text-xs">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
          <span>{explain(error)}</span>
        </p>
      )}
      <div className="flex items-center gap-2">
        <Button
          look="primary"
          aria-disabled={because !== null}
          onClick={approve}
          className="aria-disabled:cursor-default"
        >
          {asks === null ? <Check aria-hidden="true" /> : <UserRoundCheck aria-hidden="true" />}
          {asks === null ? label : `Ask ${sayRoles(asks)}`} <Kbd keys="mod+enter" />
        </Button>
        <span role="status" className="min-w-0 text-muted text-xs">
          {because}
        </span>
      </div>
    </div>
  );
};
