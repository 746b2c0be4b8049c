import type { ToolName } from '@/lib/domain/tool';

/** A tool by a name where the list with titles is not at hand: `apply-credit` is "Apply credit". */
export const toolName = (tool: ToolName): string => {
  const words = tool.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};
