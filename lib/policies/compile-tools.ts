import type { WriteTool } from '../domain/tool';
import { clausesAt, uniqueIds } from './compile-clauses';
import type { Condition } from './conditions';
import { TOOL_FACTS } from './facts';
import type { PolicySource } from './policy-source';
import { type ToolAuthoritySource, toolsPolicySchema } from './tools-policy';
import type { YamlPath } from './yaml-source';

type CompiledClause = { id: string; when: string; say: string; condition: Condition };

/** The authority over one tool with its clauses compiled. */
export type ToolAuthority = Omit<ToolAuthoritySource, 'clauses'> & {
  /** All that must hold; those of every tool first. */
  clauses: CompiledClause[];
  /** Those of every tool, alone. */
  always: CompiledClause[];
};
export type ToolsPolicy = Readonly<Record<WriteTool, ToolAuthority>>;

/** tools.yaml with its clauses compiled. */
export const loadTools = (source: PolicySource): ToolsPolicy | undefined => {
  const parsed = source.parse('tools.yaml', toolsPolicySchema);
  if (parsed === undefined) return undefined;
  const compile = (path: YamlPath, clauses: ToolAuthoritySource['clauses']): CompiledClause[] => {
    uniqueIds(
      source,
      parsed,
      clauses.map(({ id }, i) => ({ id, path: [...path, i] })),
    );
    const said = clauses.map(({ id, when, else: say }) => ({ id, when, say }));
    return clausesAt(source, parsed, path, said, TOOL_FACTS);
  };
  const always = compile(['always'], parsed.value.always);
  const compiled = Object.entries(parsed.value.tools).map(([tool, authority]) => {
    for (const [holder, { alone, at_most }] of Object.entries(authority.authority))
      if (alone > at_most)
        source.fault(parsed, ['tools', tool, 'authority', holder], 'alone is more than at_most');
    const own = compile(['tools', tool, 'clauses'], authority.clauses);
    return [tool, { ...authority, clauses: [...always, ...own], always }];
  });
  return Object.fromEntries(compiled) as ToolsPolicy;
};
