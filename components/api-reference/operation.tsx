import type { ReactNode } from 'react';
import { Badge, type Tone } from '@/components/ui/badge';
import { Fold } from '@/components/ui/fold';
import type { OpenApiDocument, OperationObject, Parameter } from '@/lib/contracts/openapi-document';
import { CodeBlock, JsonBlock } from './code-block';
import { curlOf } from './curl';
import { sayLimits, sayType } from './say-schema';
import { SchemaView } from './schema-view';

const TONES: Record<string, Tone> = { get: 'ok', post: 'accent', put: 'warn', delete: 'danger' };

export const MethodMark = ({ method }: { method: string }) => (
  <Badge tone={TONES[method] ?? 'neutral'} className="w-14 justify-center font-mono">
    {method.toUpperCase()}
  </Badge>
);

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="flex flex-col gap-2">
    <h4 className="font-medium text-faint text-xs">{title}</h4>
    {children}
  </section>
);

const PLACES = { path: 'in the path', query: 'in the query', header: 'a header' } as const;

const ParameterLine = ({ name, in: place, required, description, schema }: Parameter) => (
  <li className="flex flex-wrap items-baseline gap-x-2 text-sm">
    <code className="font-medium font-mono text-xs">{name}</code>
    <span className="text-muted">
      {sayType(schema)}, {PLACES[place]}
      {required ? '' : ', optional'}
    </span>
    <span className="break-all text-faint text-xs">
      {[...(description ? [description] : []), ...sayLimits(schema)].join(' · ')}
    </span>
  </li>
);

interface OperationProps {
  document: OpenApiDocument;
  method: string;
  path: string;
  operation: OperationObject;
}

/** One thing that can be asked for: what to send, what comes back, and how it looks. */
export const Operation = ({ document, method, path, operation }: OperationProps) => {
  const { operationId, summary, security, requestBody, responses } = operation;
  const { parameters: shared, responses: refusals } = document.components;
  const parameters = (operation.parameters ?? []).flatMap((parameter) => {
    const found = '$ref' in parameter ? shared[parameter.$ref.split('/').at(-1) ?? ''] : parameter;
    return found ? [found] : [];
  });
  const body = requestBody?.content['application/json'];
  return (
    <article
      id={operationId}
      aria-labelledby={`${operationId}-title`}
      className="flex scroll-mt-4 flex-col gap-4 rounded-xl border bg-surface p-4"
    >
      <header className="flex flex-col gap-1">
        <h3 id={`${operationId}-title`} className="font-semibold">
          {summary}
        </h3>
        <p className="flex flex-wrap items-center gap-2">
          <MethodMark method={method} />
          <code className="break-all font-mono text-sm">{path}</code>
          <Badge>scope {security[0]?.apiKey?.join(', ')}</Badge>
        </p>
      </header>
      {parameters.length === 0 ? null : (
        <Part title="Parameters">
          <ul className="flex flex-col gap-1">
            {parameters.map((parameter) => (
              <ParameterLine key={parameter.name} {...parameter} />
            ))}
          </ul>
        </Part>
      )}
      {body === undefined ? null : (
        <Part title="Body, as JSON">
          <SchemaView schema={body.schema} />
        </Part>
      )}
      <Part title="Call">
        <CodeBlock label={`Call of: ${summary}`}>
          {curlOf(method, path, operation, shared.IdempotencyKey?.example)}
        </CodeBlock>
      </Part>
      {Object.entries(responses).map(([status, response]) => {
        const answer = '$ref' in response ? undefined : response.content?.['application/json'];
        return answer === undefined ? null : (
          <Part key={status} title={`Answer, ${status}`}>
            <SchemaView schema={answer.schema} />
            <Fold summary="Example">
              <JsonBlock label={`Answer of: ${summary}`} value={answer.example} />
            </Fold>
          </Part>
        );
      })}
      <Fold summary="Refusals">
        <dl className="mt-1 grid grid-cols-[4rem_1fr] gap-x-2 gap-y-1 text-sm">
          {Object.entries(responses).flatMap(([status, response]) =>
            '$ref' in response
              ? [
                  <dt key={status} className="font-mono text-xs">
                    {status}
                  </dt>,
                  <dd key={`${status} says`} className="text-muted">
                    {refusals[response.$ref.split('/').at(-1) ?? '']?.description}
                  </dd>,
                ]
              : [],
          )}
        </dl>
      </Fold>
    </article>
  );
};
