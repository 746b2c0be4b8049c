import { cva, type VariantProps } from 'class-variance-authority';
import type { ComponentProps } from 'react';
import { cn } from './class-names';
import { Tooltip } from './tooltip';

const styles = cva(
  'inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium transition-colors disabled:opacity-50 aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      look: {
        primary: 'bg-accent text-on-accent hover:bg-accent-strong',
        secondary: 'border border-edge/50 bg-surface text-text hover:bg-hover',
        ghost: 'text-muted hover:bg-hover hover:text-text',
        danger: 'border border-danger/40 bg-surface text-danger hover:bg-danger-soft',
      },
      size: {
        sm: 'h-7 px-2 text-xs',
        md: 'h-8 px-3 text-sm',
        lg: 'h-10 px-4 text-base',
        icon: 'size-8',
        'icon-sm': 'size-7',
      },
    },
    defaultVariants: { look: 'secondary', size: 'md' },
  },
);

export type ButtonProps = ComponentProps<'button'> & VariantProps<typeof styles>;

export const Button = ({ look, size, className, type = 'button', ...props }: ButtonProps) => (
  <button type={type} className={cn(styles({ look, size }), className)} {...props} />
);

interface IconButtonProps extends Omit<ButtonProps, 'aria-label'> {
  /** What it does: its name and its tooltip. */
  label: string;
  keys?: string;
}

export const IconButton = ({ label, keys, look = 'ghost', size = 'icon', ...props }: IconButtonProps) => (
  <Tooltip label={label} {...(keys === undefined ? {} : { keys })}>
    <Button look={look} size={size} aria-label={label} {...props} />
  </Tooltip>
);
