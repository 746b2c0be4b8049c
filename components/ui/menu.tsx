'use client';
import { Check } from 'lucide-react';
import * as Primitive from 'radix-ui/dropdown-menu';
import type { ReactNode } from 'react';

export const Menu = ({ trigger, children }: { trigger: ReactNode; children: ReactNode }) => (
  <Primitive.Root>
    <Primitive.Trigger asChild>{trigger}</Primitive.Trigger>
    <Primitive.Portal>
      <Primitive.Content
        sideOffset={4}
        collisionPadding={8}
        className="pop-in z-50 min-w-44 rounded-lg border bg-raised p-1 text-sm shadow-pop"
      >
        {children}
      </Primitive.Content>
    </Primitive.Portal>
  </Primitive.Root>
);

const ITEM =
  'flex cursor-default select-none items-center gap-2 rounded px-2 py-1.5 outline-none data-[highlighted]:bg-accent-soft data-[highlighted]:text-accent-strong [&_svg]:size-4';

export const MenuItem = ({ onSelect, children }: { onSelect: () => void; children: ReactNode }) => (
  <Primitive.Item className={ITEM} onSelect={onSelect}>
    {children}
  </Primitive.Item>
);

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}

/** One of a few, inside a menu. */
export const MenuChoice = <T extends string>({ label, value, options, onChange }: ChoiceProps<T>) => (
  <Primitive.RadioGroup
    value={value}
    onValueChange={(chosen) => {
      const option = options.find((candidate) => candidate.value === chosen);
      if (option) onChange(option.value);
    }}
  >
    <Primitive.Label className="px-2 py-1 text-faint text-xs">{label}</Primitive.Label>
    {options.map((option) => (
      <Primitive.RadioItem
        key={option.value}
        value={option.value}
        className={ITEM}
        onSelect={(event) => event.preventDefault()}
      >
        <span className="size-4">
          <Primitive.ItemIndicator>
            <Check aria-hidden="true" />
          </Primitive.ItemIndicator>
        </span>
        {option.label}
      </Primitive.RadioItem>
    ))}
  </Primitive.RadioGroup>
);

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <Primitive.Label className="px-2 py-1.5 text-muted text-xs">{children}</Primitive.Label>
);

export const MenuLine = () => <Primitive.Separator className="my-1 h-px bg-line" />;
