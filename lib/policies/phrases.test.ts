import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhraseError } from './phrase-source';
import { compilePhrases, findRaised } from './phrases';

const hits = (phrase: string, text: string): string[] =>
  compilePhrases([phrase])
    .find(text)
    .map(({ start, end }) => text.slice(start, end));

describe('phrases', () => {
  it.each([
    ['lawyer', 'My LAWYER will call', ['LAWYER']],
    ["don't call", 'please dont call, Don’t  call', ['dont call', 'Don’t  call']],
    ['cancelacion', 'Quiero la Cancelación ya', ['Cancelación']],
    ['human', 'a ｈｕｍａｎ please', ['ｈｕｍａｎ']],
    ['human', 'a hu\u200bman please', ['hu\u200bman']],
    ['lawyer*', 'lawyers and lawyered', ['lawyers', 'lawyered']],
    ['law…', 'lawsuit', ['lawsuit']],
    ['sue|suing you', 'sue you, suing you, sued you', ['sue you', 'suing you']],
    [
      'talk to (a|the)? (real person|human)',
      'talk to a real person or talk to human',
      ['talk to a real person', 'talk to human'],
    ],
    ['speak * manager', 'speak to a manager / speak with one of the manager', ['speak to a manager']],
    ['speak * manager', 'speak manager', ['speak manager']],
    ['owe # dollars', 'you owe $1,250.50 dollars', ['owe $1,250.50 dollars']],
    ['e-mail', 'my e mail, my e-mail', ['e mail', 'e-mail']],
    ['= (ok|please)? agent please?', '  Agent!! ', ['Agent']],
    ['= (ok|please)? agent please?', 'ok agent please', ['ok agent please']],
    ['= agent', 'the agent left', []],
    ['= 0', 'i have 0 bars', []],
    ['人工客服', '我要找人工客服。', ['人工客服']],
    ['живой человек', 'мне нужен ЖИВОЙ человек', ['ЖИВОЙ человек']],
  ])('%s in "%s"', (phrase, text, expected) => {
    expect(hits(phrase, text)).toEqual(expected);
  });

  it('never matches part of a word or over the end of a sentence', () => {
    expect(hits('sue', 'the issue of tissue')).toEqual([]);
    expect(hits('call lawyer', 'Please call. Lawyer is my job.')).toEqual([]);
    expect(hits('real person', 'a real\nperson')).toEqual(['real\nperson']);
    expect(hits('real person', 'is it real\n\nperson')).toEqual([]);
    expect(hits('real person', 'a real... person')).toEqual(['real... person']);
  });

  it('writes out the lists it names', () => {
    const set = compilePhrases(['speak to <a>? <person>'], {
      a: ['a', 'one of your'],
      person: ['human being', 'agent*'],
    });
    expect(set.find('speak to one of your agents; speak to human being').map(({ start }) => start)).toEqual([
      0, 29,
    ]);
    for (const phrase of ['<nope>', '<', '<a', '<>', 'a>', '<a b>', '<toString>', 'a{b'])
      expect(() => compilePhrases([phrase], { a: ['x'] })).toThrow(PhraseError);
  });

  it('gives every phrase its own leftmost matches', () => {
    const set = compilePhrases(['a * c', 'b c']);
    expect(set.find('a a b c').map(({ phrase, start }) => [phrase, start])).toEqual([
      ['a * c', 0],
      ['b c', 4],
    ]);
  });

  it.each([
    '',
    '   ',
    '(a',
    'a)',
    'a|',
    '|a',
    '* a',
    'a *',
    'a? b?',
    'a**',
    '[a]',
    'a+',
    '=',
    'a = b',
    '((((( a )))))',
    '?',
    'x*',
    'a b?*',
    '…',
    '...',
    'é'.repeat(401),
  ])('refuses %j', (phrase) => {
    expect(() => compilePhrases([phrase])).toThrow(PhraseError);
  });

  it('takes away only what a look-alike touches', () => {
    const raise = compilePhrases(['legal']);
    const unless = compilePhrases(['legal name']);
    expect(findRaised(raise, unless, 'my legal name changed')).toEqual([]);
    expect(findRaised(raise, unless, 'my legal name changed, I will take legal action')).toHaveLength(1);
  });

  it('reports offsets inside any text and never throws', () => {
    const set = compilePhrases(['real person', 'ag*', '# b', 'x (y|z)? * w', '人']);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 80 }),
          fc
            .array(fc.constantFrom('real', 'person', 'agent', '12', 'b', 'x', 'z', 'w', '人', '. ', '\n\n'))
            .map((words) => words.join(' ')),
        ),
        (text) => {
          for (const { start, end } of set.find(text)) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });

  it('finds a planted phrase whatever surrounds it', () => {
    const set = compilePhrases(['speak (to|with) (a|your) supervisor']);
    const words = fc
      .array(fc.constantFrom('speak', 'to', 'a', 'your', 'internet', 'is', 'down'), { maxLength: 30 })
      .map((list) => list.join(' '));
    fc.assert(
      fc.property(
        words,
        words,
        (before, after) => set.find(`${before} speak with your supervisor ${after}`).length > 0,
      ),
    );
  });
});
