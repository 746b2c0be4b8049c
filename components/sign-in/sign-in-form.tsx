'use client';
import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field, Input } from '@/components/ui/field';

const REFUSED = 'That email and password do not go together.';
const UNREACHED = 'Sign-in could not be reached. Try again in a moment.';

/** Only an address of this site is gone to after signing in. */
const safePath = (next: string | undefined): string =>
  next?.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/';

export const SignInForm = ({ next }: { next: string | undefined }) => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async (form: FormData): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await signIn('credentials', {
      redirect: false,
      email: String(form.get('email') ?? ''),
      password: String(form.get('password') ?? ''),
    }).catch(() => undefined);
    if (answer?.ok) return window.location.assign(safePath(next));
    setProblem(
      answer === undefined ? UNREACHED : answer.status === 429 ? 'Too many tries. Wait a minute.' : REFUSED,
    );
    setBusy(false);
  };
  return (
    <form
      className="flex w-full max-w-sm flex-col gap-4 rounded-xl border bg-surface p-6 shadow-pop"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(new FormData(event.currentTarget));
      }}
    >
      <div>
        <h1 className="font-semibold text-lg">Sign in to Cuedesk</h1>
        <p className="text-muted text-sm">With the account your administrator gave you.</p>
      </div>
      <Field label="Email">
        {(ids) => <Input {...ids} name="email" type="email" autoComplete="username" required />}
      </Field>
      <Field label="Password">
        {(ids) => <Input {...ids} name="password" type="password" autoComplete="current-password" required />}
      </Field>
      <p role="alert" className="min-h-5 text-danger text-sm">
        {problem}
      </p>
      <Button type="submit" look="primary" size="lg" disabled={busy}>
        {busy ? 'Signing in…' : 'Sign in'}
      </Button>
    </form>
  );
};
