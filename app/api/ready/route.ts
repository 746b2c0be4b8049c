import { readiness } from '@/lib/use-cases/readiness';

/** Answers 200 when this process can serve, 503 with what is missing otherwise. */
export const GET = async (): Promise<Response> => {
  const report = await readiness();
  return Response.json(report, {
    status: report.ready ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
};
