import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { askAgain } from './ask-again';

it('throws away a first answer that is still on its way', async () => {
  const client = new QueryClient();
  const queryKey = ['rights'];
  const answers: ((answer: string) => void)[] = [];
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve));
  const stop = new QueryObserver(client, { queryKey, queryFn }).subscribe(() => undefined);
  expect(answers).toHaveLength(1);
  const asked = askAgain(client, queryKey);
  await expect.poll(() => answers.length).toBe(2);
  answers[0]?.('may not');
  answers[1]?.('may');
  await asked;
  expect(client.getQueryData(queryKey)).toBe('may');
  stop();
});
