import type { OperationObject, Parameter } from '@/lib/contracts/openapi-document';

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const own = ({ parameters = [] }: OperationObject, where: Parameter['in']): Parameter[] =>
  parameters.filter((parameter): parameter is Parameter => 'in' in parameter && parameter.in === where);

/** A call of an operation as it is typed into a shell, with its example. `key` is the example of the Idempotency-Key. */
export const curlOf = (method: string, path: string, operation: OperationObject, key: unknown): string => {
  const filled = own(operation, 'path').reduce(
    (url, { name, example }) => url.replace(`{${name}}`, encodeURIComponent(String(example))),
    path,
  );
  const query = own(operation, 'query')
    .filter(({ example }) => example !== undefined)
    .map(({ name, example }) => `${name}=${encodeURIComponent(String(example))}`)
    .join('&');
  const body = operation.requestBody?.content['application/json']?.example;
  const keyed = operation.parameters?.some((parameter) => '$ref' in parameter) ?? false;
  const verb = method.toUpperCase();
  return [
    `curl ${verb === 'GET' ? '' : `-X ${verb} `}"$CUEDESK${filled}${query && `?${query}`}"`,
    '-H "Authorization: Bearer $CUEDESK_KEY"',
    ...(keyed ? [`-H ${quoted(`Idempotency-Key: ${String(key)}`)}`] : []),
    ...(body === undefined
      ? []
      : [`-H 'Content-Type: application/json'`, `-d ${quoted(JSON.stringify(body))}`]),
  ].join(' \\\n  ');
};
