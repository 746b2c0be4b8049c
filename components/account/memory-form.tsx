'use client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input, Textarea } from '@/components/ui/field';
import { rememberMutation } from '@/lib/client/memory';
import { explain } from '@/lib/client/query-client';
import { MEMORY_VALUE_LIMIT, type MemoryFact, memoryKeyOf, memoryLabel } from '@/lib/domain/memory';

interface MemoryFormProps {
  conversationId: string;
  /** The fact that is corrected; null for a new one. */
  fact: MemoryFact | null;
  onDone: () => void;
}

/** The end of a day where the rep is, as an instant. */
const endOf = (day: string): string => new Date(`${day}T23:59:59`).toISOString();

const SOURCE = 'the customer said so';

/** A fact to be remembered, or what is right instead of one. */
export const MemoryForm = ({ conversationId, fact, onDone }: MemoryFormProps) => {
  const client = useQueryClient();
  const [name, setName] = useState(fact ? memoryLabel(fact.key) : '');
  const [value, setValue] = useState(fact?.value ?? '');
  const [source, setSource] = useState(fact?.source ?? SOURCE);
  const [until, setUntil] = useState(fact?.expiresAt?.slice(0, 10) ?? '');
  const remember = useMutation(rememberMutation(client, conversationId));
  const key = fact?.key ?? memoryKeyOf(name);
  const ready = key.length > 1 && value.trim() !== '' && source.trim() !== '' && !remember.isPending;
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (!ready) return;
    remember.mutate(
      { key, value, source, expiresAt: until === '' ? null : endOf(until) },
      { onSuccess: onDone },
    );
  };
  return (
    <form
      onSubmit={save}
      aria-label={fact ? `Correct ${memoryLabel(fact.key)}` : 'Remember something'}
      className="flex flex-col gap-3 border-b px-4 py-3"
    >
      {fact ? null : (
        <Field label="What it is" hint="A word or a few, such as Gate code">
          {(ids) => (
            <Input
              {...ids}
              autoFocus
              maxLength={40}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
      )}
      <Field label={fact ? memoryLabel(fact.key) : 'What to remember'}>
        {(ids) => (
          <Textarea
            {...ids}
            autoFocus={fact !== null}
            rows={2}
            maxLength={MEMORY_VALUE_LIMIT}
            value={value}
            onChange={({ target }) => setValue(target.value)}
          />
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label="Known from">
          {(ids) => (
            <Input
              {...ids}
              maxLength={80}
              value={source}
              onChange={({ target }) => setSource(target.value)}
            />
          )}
        </Field>
        <Field label="Until" hint="Empty: until it is changed">
          {(ids) => (
            <Input {...ids} type="date" value={until} onChange={({ target }) => setUntil(target.value)} />
          )}
        </Field>
      </div>
      {remember.error ? (
        <p role="alert" className="text-danger text-sm">
          It was not saved. {explain(remember.error)}
        </p>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={!ready}>
          Save
        </Button>
        <Button look="ghost" onClick={onDone}>
          Leave it
        </Button>
      </div>
    </form>
  );
};
