import type { OpenApiDocument } from '@/lib/contracts/openapi-document';
import { MethodMark, Operation } from './operation';
import { SchemaView } from './schema-view';

const operationsOf = ({ paths }: OpenApiDocument) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

const link = 'rounded text-accent-strong underline';

/** The API as its document describes it: every operation by what it is about, and every schema that has a name. */
export const ApiReference = ({ document }: { document: OpenApiDocument }) => {
  const operations = operationsOf(document);
  const groups = document.tags.map((tag) => ({
    ...tag,
    members: operations.filter(({ operation }) => operation.tags.includes(tag.name)),
  }));
  return (
    <div className="mx-auto flex min-h-dvh max-w-6xl flex-col gap-6 p-6 lg:flex-row">
      <nav
        aria-label="Operations"
        className="flex shrink-0 flex-col gap-4 lg:sticky lg:top-6 lg:w-64 lg:self-start"
      >
        {groups.map(({ name, members }) => (
          <div key={name}>
            <p className="font-medium text-faint text-xs">{name}</p>
            <ul className="mt-1 flex flex-col gap-1">
              {members.map(({ method, operation }) => (
                <li key={operation.operationId} className="flex items-start gap-2 text-sm">
                  <MethodMark method={method} />
                  <a href={`#${operation.operationId}`} className="hover:underline">
                    {operation.operationId}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <main className="flex min-w-0 flex-1 flex-col gap-8">
        <header className="flex flex-col gap-2">
          <h1 className="font-semibold text-2xl">
            {document.info.title} <span className="text-muted">{document.info.version}</span>
          </h1>
          <p>{document.info.summary}</p>
          <p className="text-muted">
            {document.info.description} This page is made from{' '}
            <a href="/api/v1/openapi.json" className={link}>
              the OpenAPI document
            </a>
            .
          </p>
        </header>
        {groups.map(({ name, description, members }) => (
          <section key={name} aria-labelledby={`tag-${name}`} className="flex flex-col gap-4">
            <div>
              <h2 id={`tag-${name}`} className="font-semibold text-lg">
                {name}
              </h2>
              <p className="text-muted">{description}</p>
            </div>
            {members.map((member) => (
              <Operation key={member.operation.operationId} document={document} {...member} />
            ))}
          </section>
        ))}
        <section aria-labelledby="schemas" className="flex flex-col gap-4">
          <h2 id="schemas" className="font-semibold text-lg">
            Schemas
          </h2>
          {Object.entries(document.components.schemas).map(([name, schema]) => (
            <section
              key={name}
              id={`schema-${name}`}
              aria-labelledby={`schema-${name}-title`}
              className="scroll-mt-4 rounded-xl border bg-surface p-4"
            >
              <h3 id={`schema-${name}-title`} className="mb-2 font-semibold">
                {name}
              </h3>
              <SchemaView schema={schema} />
            </section>
          ))}
        </section>
      </main>
    </div>
  );
};
