/** Answers while the process lives. */
export const GET = (): Response =>
  Response.json({ status: 'alive' }, { headers: { 'cache-control': 'no-store' } });
