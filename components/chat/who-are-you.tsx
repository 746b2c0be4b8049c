'use client';
import { Field, Input } from '@/components/ui/field';

export interface WhoAreYou {
  name: string;
  email: string;
}

/** Asked once before the first message; both may stay empty. */
export const WhoAreYouFields = ({
  value,
  onChange,
}: {
  value: WhoAreYou;
  onChange: (value: WhoAreYou) => void;
}) => (
  <fieldset className="grid gap-3 sm:grid-cols-2">
    <legend className="mb-2 text-muted text-sm">So that we find your account (optional)</legend>
    <Field label="Your name">
      {(ids) => (
        <Input
          {...ids}
          autoComplete="name"
          maxLength={120}
          value={value.name}
          onChange={(event) => onChange({ ...value, name: event.target.value })}
        />
      )}
    </Field>
    <Field label="Your email">
      {(ids) => (
        <Input
          {...ids}
          type="email"
          autoComplete="email"
          maxLength={254}
          value={value.email}
          onChange={(event) => onChange({ ...value, email: event.target.value })}
        />
      )}
    </Field>
  </fieldset>
);
