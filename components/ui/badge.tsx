import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './class-names';

const styles = cva(
  'inline-flex max-w-full items-center gap-1 rounded px-1.5 py-0.5 font-medium text-2xs [&_svg]:size-3 [&_svg]:shrink-0',
  {
    variants: {
      tone: {
        neutral: 'bg-sunken text-muted',
        accent: 'bg-accent-soft text-accent-strong',
        danger: 'bg-danger-soft text-danger',
        warn: 'bg-warn-soft text-warn',
        ok: 'bg-ok-soft text-ok',
        note: 'bg-note-soft text-note',
      },
    },
    defaultVariants: { tone: 'neutral' },
  },
);

export type Tone = NonNullable<VariantProps<typeof styles>['tone']>;

/** A word in a colour; the word alone already says it. */
export const Badge = ({
  tone,
  className,
  ...props
}: ComponentProps<'span'> & VariantProps<typeof styles>) => (
  <span className={cn(styles({ tone }), className)} {...props} />
);
