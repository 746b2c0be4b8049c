'use client';
import type { ComponentProps, Ref } from 'react';
import { cn } from '@/components/ui/class-names';

const TEXT =
  'col-start-1 row-start-1 w-full whitespace-pre-wrap break-words px-3 py-2.5 text-base [overflow-wrap:anywhere]';

interface GrowingBoxProps extends Omit<ComponentProps<'textarea'>, 'value'> {
  value: string;
  /** What Tab would add, shown pale after the text. */
  rest: string;
  ref: Ref<HTMLTextAreaElement>;
}

/** A textarea as high as its words, up to a limit: a copy of the words beneath it gives the height, without measuring. */
export const GrowingBox = ({ value, rest, className, ref, ...props }: GrowingBoxProps) => (
  <div className="scroll-thin grid max-h-56 overflow-y-auto">
    <div aria-hidden="true" className={cn(TEXT, 'pointer-events-none min-h-16')}>
      <span className="invisible">{value}</span>
      <span className="text-faint">{rest}</span>
      <span className="invisible"> </span>
    </div>
    <textarea
      ref={ref}
      value={value}
      className={cn(TEXT, 'resize-none overflow-hidden bg-transparent outline-none', className)}
      {...props}
    />
  </div>
);
