import type { ActionPreview, ToolField } from '../contracts/actions';
import type { ActionParams } from './account-actions';

/** What stands in the controls of a form: text as it was typed, or yes and no. */
export type FieldValues = Readonly<Record<string, string | boolean>>;

const shown = (value: ActionParams[string] | undefined): string =>
  value === undefined || value === null ? '' : String(value);

/** A choice of one that must be made is made. */
const onlyChoice = ({ kind, required, options }: ToolField): string =>
  kind === 'choice' && required && options.length === 1 ? (options[0]?.value ?? '') : '';

/** The form as it opens: what is proposed, and what can only be so. */
export const startValues = (fields: readonly ToolField[], params: ActionParams): FieldValues =>
  Object.fromEntries(
    fields.map((field) => {
      const proposed = params[field.name];
      return field.kind === 'yes-no'
        ? [field.name, proposed === true]
        : [field.name, shown(proposed) || onlyChoice(field)];
    }),
  );

const DOLLARS = /^\d+(?:\.\d+)?$/;
const WHOLE = /^-?\d+$/;

const read = ({ kind }: ToolField, typed: string): string | number => {
  if (kind === 'amount') {
    const bare = typed.replace(/^\$/, '').replaceAll(',', '').trim();
    return DOLLARS.test(bare) ? Number(bare) : typed;
  }
  return kind === 'whole' && WHOLE.test(typed) ? Number(typed) : typed;
};

/** The parameters a form says. What is not a number is sent as it was typed: the tool says what is wrong with it. */
export const paramsOf = (
  fields: readonly ToolField[],
  start: ActionParams,
  values: FieldValues,
): ActionParams => {
  const named = new Set(fields.map(({ name }) => name));
  const unseen = Object.entries(start).filter(([name]) => !named.has(name));
  const typed = fields.flatMap((field): [string, string | number | boolean][] => {
    const value = values[field.name];
    if (typeof value === 'boolean') return [[field.name, value]];
    const text = (value ?? '').trim();
    return text === '' ? [] : [[field.name, read(field, text)]];
  });
  return Object.fromEntries([...unseen, ...typed]);
};

/** Titles of what has to be filled in first. */
export const missingOf = (fields: readonly ToolField[], values: FieldValues): string[] =>
  fields
    .filter(({ name, required }) => {
      const value = values[name];
      return required && typeof value !== 'boolean' && (value ?? '').trim() === '';
    })
    .map(({ title }) => title);

type Problems = Extract<ActionPreview, { is: 'impossible' }>['problems'];

/** What is wrong, by the field it is about; the rest belongs to the whole form. */
export const problemsByField = (
  fields: readonly ToolField[],
  problems: Problems,
): { byField: Readonly<Record<string, string>>; general: string[] } => {
  const nameOf = (path: string): string | undefined => {
    const parts = path.split('.');
    return fields.find(({ name }) => parts.includes(name))?.name;
  };
  const byField: Record<string, string> = {};
  const general: string[] = [];
  for (const { path, message } of problems) {
    const name = nameOf(path);
    if (name === undefined) general.push(message);
    else byField[name] = byField[name] === undefined ? message : `${byField[name]} · ${message}`;
  }
  return { byField, general };
};
