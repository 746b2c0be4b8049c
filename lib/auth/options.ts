import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import { env } from '@/lib/env';
import { signIn, signOut } from '@/lib/use-cases/sign-in';

/** Our own server writes this header over whatever a caller sent (lib/cli/stages): it is the peer's address. */
const addressOf = (headers: Record<string, string> | undefined): string =>
  headers?.['x-cuedesk-address'] ?? 'unknown';

/**
 * Sign-in by password. next-auth wants a token for it; the token holds a session id and nothing else, and that row decides with every
 * request (current-user.ts), so that revoking takes effect at once.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: env().AUTH_SECRET ?? '',
  session: { strategy: 'jwt', maxAge: 12 * 3600 },
  pages: { signIn: '/sign-in', error: '/sign-in' },
  providers: [
    CredentialsProvider({
      credentials: { email: { type: 'email' }, password: { type: 'password' } },
      authorize: async (credentials, request) => {
        const { email, password } = credentials ?? {};
        if (!email || !password || email.length > 254 || password.length > 1000) return null;
        const opened = await signIn(
          email,
          password,
          addressOf(request.headers as Record<string, string> | undefined),
        );
        return opened && { id: opened.sessionId, name: opened.name };
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sessionId: user.id } : { sessionId: token.sessionId }),
    session: ({ session }) => ({ expires: session.expires }),
  },
  events: {
    signOut: async ({ token }) => {
      if (typeof token?.sessionId === 'string') await signOut(token.sessionId);
    },
  },
});
