import { redirect } from 'next/navigation';
import { homeOf, type Place, placesOf } from '@/components/shell/places';
import { currentUser } from '@/lib/auth/current-user';
import type { UserActor } from '@/lib/domain/user';

/** Who looks at a page, or away to sign in, or to a page of theirs. The use cases authorise again: this only spares a screen of refusals. */
export const requireUser = async (href?: Place['href']): Promise<UserActor> => {
  const user = await currentUser();
  if (user === null) redirect(href === undefined ? '/sign-in' : `/sign-in?next=${encodeURIComponent(href)}`);
  if (href !== undefined && !placesOf(user.role).some((place) => place.href === href))
    redirect(homeOf(user.role));
  return user;
};
