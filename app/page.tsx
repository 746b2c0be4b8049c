import { redirect } from 'next/navigation';
import { homeOf } from '@/components/shell/places';
import { currentUser } from '@/lib/auth/current-user';

export default async function Home() {
  const user = await currentUser();
  redirect(user === null ? '/sign-in' : homeOf(user.role));
}
