'use client';
import type { ComponentProps } from 'react';
import { useConversationPorts } from '@/components/conversation/ports';
import { cn } from '@/components/ui/class-names';

/** Shows in the conversation what a cue is about. */
export const JumpButton = ({
  turnId,
  className,
  ...props
}: { turnId: string } & Omit<ComponentProps<'button'>, 'onClick' | 'type'>) => {
  const { timeline } = useConversationPorts();
  return (
    <button
      type="button"
      title="Show it in the conversation"
      onClick={() => timeline.current?.jump(turnId)}
      className={cn(
        'rounded underline decoration-dotted underline-offset-2 hover:decoration-solid',
        className,
      )}
      {...props}
    />
  );
};
