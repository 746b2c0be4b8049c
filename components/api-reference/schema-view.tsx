import { Fragment } from 'react';
import type { JsonSchema } from '@/lib/contracts/json-schema';
import { choicesOf, membersOf, referred, sayLimits, sayType } from './say-schema';

/** What stands inside a value, if it is to be spelled out: of a list, what is in it. */
const insideOf = (schema: JsonSchema): JsonSchema[] =>
  choicesOf(schema).flatMap((choice) => {
    if (referred(choice) !== null) return [];
    if (choice.type === 'array' && choice.items && !Array.isArray(choice.items))
      return insideOf(choice.items as JsonSchema);
    return choice.properties ? [choice] : [];
  });

/** The schemas with a name that a value is made of. */
const namesIn = (schema: JsonSchema): string[] =>
  choicesOf(schema).flatMap((choice) => {
    const name = referred(choice);
    if (name !== null) return [name];
    return choice.type === 'array' && choice.items && !Array.isArray(choice.items)
      ? namesIn(choice.items as JsonSchema)
      : [];
  });

/** A type in words; what has a name leads to it. */
const TypeText = ({ schema }: { schema: JsonSchema }) => {
  const [name] = namesIn(schema);
  const text =
    insideOf(schema).length > 0 ? sayType(schema).replaceAll('object', 'the following') : sayType(schema);
  return name === undefined ? (
    <span className="text-muted">{text}</span>
  ) : (
    <a href={`#schema-${name}`} className="text-accent-strong underline">
      {text}
    </a>
  );
};

/** What tells one way that a value can be from the others. */
const shapeOf = (object: JsonSchema): string =>
  membersOf(object)
    .map(({ name, schema }) => `${name} ${sayType(schema)}`)
    .join();

const Member = ({ name, schema, required }: ReturnType<typeof membersOf>[number]) => {
  const limits = sayLimits(schema);
  return (
    <div className="text-sm">
      <dt className="flex flex-wrap items-baseline gap-x-2">
        <code className="font-medium font-mono text-xs">{name}</code>
        <TypeText schema={schema} />
        {required ? null : <span className="text-faint text-xs">optional</span>}
      </dt>
      <dd className="flex flex-col gap-1 pl-3">
        {schema.description ? <span className="text-muted text-xs">{schema.description}</span> : null}
        {limits.length > 0 ? (
          <span className="break-all text-faint text-xs">{limits.join(' · ')}</span>
        ) : null}
        {insideOf(schema).length > 0 ? <SchemaView schema={schema} /> : null}
      </dd>
    </div>
  );
};

/** Names, types and limits of what an object holds, with what stands in those drawn in. */
export const SchemaView = ({ schema }: { schema: JsonSchema }) => {
  const objects = insideOf(schema);
  if (objects.length === 0)
    return (
      <p className="text-sm">
        <TypeText schema={schema} />
      </p>
    );
  return (
    <div className="flex flex-col gap-2">
      {objects.map((object, index) => (
        <Fragment key={shapeOf(object)}>
          {index > 0 ? <p className="text-faint text-xs">or</p> : null}
          <dl className="flex flex-col gap-2 border-l pl-3">
            {membersOf(object).map((member) => (
              <Member key={member.name} {...member} />
            ))}
          </dl>
        </Fragment>
      ))}
    </div>
  );
};
