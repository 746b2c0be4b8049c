/** Something that must not stand in a source file, and what to do instead. */
interface SourceRule {
  says: string;
  /** Text that must not occur; put together from parts, so that this file does not break its own rules. */
  text: readonly string[];
  /** Files it may occur in. */
  except: (file: string) => boolean;
}

const nowhere = (): boolean => false;
const isTest = (file: string): boolean => /\.test\.tsx?$/.test(file);

const RULES: readonly SourceRule[] = [
  {
    says: 'only lib/env.ts reads the environment: add the variable there',
    text: ['process', '.env'],
    except: (file) => file === 'lib/env.ts' || file.startsWith('e2e/'),
  },
  { says: 'a type error is mended, not silenced', text: ['@ts', '-ignore'], except: nowhere },
  { says: 'a type error is mended, not silenced', text: ['@ts', '-nocheck'], except: nowhere },
  { says: 'a type error is mended, not silenced', text: ['@ts', '-expect-error'], except: nowhere },
  { says: 'a lint error is mended, not silenced', text: ['biome', '-ignore'], except: nowhere },
  { says: 'what is still to do stands in an issue, not in the code', text: ['TO', 'DO:'], except: nowhere },
  ...['test.skip', 'it.skip', 'describe.skip', 'test.only', 'it.only', 'describe.only', 'test.todo'].map(
    (text) => ({
      says: 'a test runs or does not exist',
      text: [text, '('],
      except: (file: string) => !isTest(file) && !file.startsWith('e2e/'),
    }),
  ),
];

/** What a file breaks, as `file:line reason`. */
export const brokenRules = (file: string, source: string): string[] =>
  RULES.filter(({ text, except }) => !except(file) && source.includes(text.join(''))).flatMap(
    ({ says, text }) =>
      source
        .split('\n')
        .flatMap((line, index) =>
          line.includes(text.join('')) ? [`${file}:${index + 1} \`${text.join('')}\`: ${says}`] : [],
        ),
  );
