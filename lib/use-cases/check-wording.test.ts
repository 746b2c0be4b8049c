import { beforeEach, expect, it } from 'vitest';
import { checkWording } from './check-wording';
import { testDesk } from './testing/desk';
import { refusal } from './testing/refusal';
import { openCase, writesAgain } from './testing/says';

const desk = await testDesk();
const rep = await desk.signIn('rep', 'care', 'Robin Vance');
const stranger = await desk.signIn('rep', 'enterprise', 'Kim Other');

let id = '';
beforeEach(async () => {
  id = await openCase(desk, rep);
});

const rulesOf = async (text: string, actor = rep): Promise<string[]> =>
  (await checkWording(actor, { params: { id }, body: { text } })).findings.map(({ rule }) => rule);

it('warns of a figure that nobody has named until the customer names it', async () => {
  const text = 'I see the charge of $73.19.';
  expect(await rulesOf(text)).toEqual(['ungrounded-amount']);
  await writesAgain(desk, id, 'what is this $73.19 charge');
  expect(await rulesOf(text)).toEqual([]);
});

it('gives many questions at once each its own answer', async () => {
  const texts = ['All is well.', 'Cox is slower than we are.', 'Please tell me your password.'];
  expect(await Promise.all(texts.map((text) => rulesOf(text)))).toEqual([
    [],
    ['competitor-comparison'],
    ['asks-password'],
  ]);
});

it('asks each time who may read the conversation, however lately it was read', async () => {
  await rulesOf('All is well.');
  expect(await refusal(rulesOf('All is well.', stranger))).toMatchObject({ code: 'not_found' });
});
