import { expect, test } from 'vitest';
import { agentPromptProblems } from './engine';
import { promptProblems, renderPrompt } from './prompt';
import { agentsPolicy, shippedPrompts } from './sample-requests';

const template = 'Sort by {{taxonomy}}.\n---\n{{conversation}}\nGo.';
const names = { rules: ['taxonomy'], data: ['conversation'] };

test('rules become the system message and data the user message', () => {
  expect(renderPrompt(template, { rules: { taxonomy: 'a, b' }, data: { conversation: 'hello' } })).toEqual([
    { role: 'system', content: 'Sort by a, b.' },
    { role: 'user', content: 'hello\nGo.' },
  ]);
});

test('a slot inside data stays text', () => {
  const [, user] = renderPrompt(template, {
    rules: { taxonomy: 'a' },
    data: { conversation: 'say {{taxonomy}} $& $1' },
  });
  expect(user?.content).toBe('say {{taxonomy}} $& $1\nGo.');
});

test.each([
  ['a missing slot', 'Sort.\n---\n{{conversation}}', 'slot {{taxonomy}} is missing among the rules'],
  ['an unknown slot', `${template} {{weather}}`, 'slot {{weather}} is not one of the data'],
  [
    'data among the rules',
    'Sort {{taxonomy}} {{conversation}}\n---\n{{conversation}}',
    'slot {{conversation}} is not one of the rules',
  ],
  ['no divider', 'Sort {{taxonomy}} {{conversation}}', 'needs a line `---` between the rules and the data'],
])('%s is refused', (_name, text, problem) => {
  expect(promptProblems(text, names)).toContain(problem);
  expect(() => renderPrompt(text, { rules: { taxonomy: 'a' }, data: { conversation: 'b' } })).toThrow(
    'prompt',
  );
});

test('the prompts that ship fit their roles, and a missing one is named', async () => {
  const prompts = await shippedPrompts();
  expect(agentPromptProblems({ agents: agentsPolicy(), prompts })).toEqual([]);
  prompts.delete('handoff');
  expect(agentPromptProblems({ agents: agentsPolicy(), prompts })).toEqual([
    { role: 'handoff', message: 'names a prompt that does not exist' },
  ]);
});
