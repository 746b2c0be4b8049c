import { redirect } from 'next/navigation';
import { homeOf } from '@/components/shell/places';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { currentUser } from '@/lib/auth/current-user';

export const metadata = { title: 'Sign in' };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[] }>;
}) {
  const user = await currentUser();
  if (user !== null) redirect(homeOf(user.role));
  const { next } = await searchParams;
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <SignInForm next={typeof next === 'string' ? next : undefined} />
    </main>
  );
}
