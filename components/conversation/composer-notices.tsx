import { EyeOff, PenLine } from 'lucide-react';
import type { PresenceEntry } from '@/lib/contracts/conversations';

/** Who else is typing, so that a customer does not get two answers. */
export const TypingNotice = ({ others }: { others: readonly PresenceEntry[] }) => {
  const typing = others.filter((entry) => entry.typing).map((entry) => entry.userName);
  return (
    <div role="status">
      {typing.length === 0 ? null : (
        <p className="mb-1 flex items-center gap-1.5 text-warn text-xs">
          <PenLine aria-hidden="true" className="size-3.5" />
          {typing.join(' and ')} {typing.length === 1 ? 'is' : 'are'} typing here.
        </p>
      )}
    </div>
  );
};

/** Whether what is about to go out stands on an internal source. */
export const InternalNotice = ({ internal }: { internal: boolean }) => (
  <div role="status">
    {internal ? (
      <p className="flex items-center gap-1.5 text-warn text-xs">
        <EyeOff aria-hidden="true" className="size-3.5" />
        This began from an internal-only source: check that nothing internal goes out.
      </p>
    ) : null}
  </div>
);
