import { AppError } from '@/lib/core/errors';

/** Refuses what another site's page sends in a visitor's name: browsers say where a request comes from, and cannot be made to lie. */
export const requireSameOrigin = (request: Request): void => {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) {
    if (site === 'same-origin' || site === 'none') return;
  } else {
    const origin = request.headers.get('origin');
    if (origin === null || URL.parse(origin)?.host === request.headers.get('host')) return;
  }
  throw new AppError('forbidden', 'the request comes from another site', {
    userMessage: 'This request came from another site.',
  });
};
