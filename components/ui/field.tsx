import { type ComponentProps, type ReactNode, useId } from 'react';
import { cn } from './class-names';

const CONTROL =
  'w-full rounded-md border border-edge bg-surface px-2.5 text-text aria-invalid:border-danger disabled:opacity-60';

interface FieldProps {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: (ids: {
    id: string;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean | undefined;
  }) => ReactNode;
}

/** A control with its name, and what to know or what is wrong below it. */
export const Field = ({ label, hint, error, children }: FieldProps) => {
  const id = useId();
  const about = error ?? hint;
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="font-medium text-muted text-xs">
        {label}
      </label>
      {children({
        id,
        'aria-describedby': about ? `${id}-about` : undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {about ? (
        <p id={`${id}-about`} className={cn('text-xs', error ? 'text-danger' : 'text-faint')}>
          {about}
        </p>
      ) : null}
    </div>
  );
};

export const Input = ({ className, ...props }: ComponentProps<'input'>) => (
  <input className={cn(CONTROL, 'h-9', className)} {...props} />
);

export const Textarea = ({ className, ...props }: ComponentProps<'textarea'>) => (
  <textarea className={cn(CONTROL, 'scroll-thin resize-none py-2', className)} {...props} />
);

interface SelectProps<T extends string> extends Omit<ComponentProps<'select'>, 'value' | 'onChange'> {
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** The browser's own list: it works with every keyboard, reader and zoom. */
export const Select = <T extends string>({
  value,
  options,
  onChange,
  className,
  ...props
}: SelectProps<T>) => (
  <select
    value={value}
    onChange={(event) => {
      const option = options.find((candidate) => candidate.value === event.target.value);
      if (option) onChange(option.value);
    }}
    className={cn(CONTROL, 'h-8', className)}
    {...props}
  >
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
);
