import type { Root, RootContent } from 'mdast';
import type { Directives } from 'mdast-util-directive';
import { visit } from 'unist-util-visit';
import { isNearOurs } from '../directives/slips.ts';
import { isOurs } from '../directives/schema.ts';

/**
 * Gives back as text what only looks like a directive: `10:30`, `:smile:`, a `::word` on its own line.
 * For hosts that have no directives of their own; where they have, what is not ours is theirs.
 */
export function restoreText(tree: Root, text: string): void {
  visit(tree, ['textDirective', 'leafDirective', 'containerDirective'], (node, index, parent) => {
    const directive = node as Directives;
    if (isOurs(directive.name) || isNearOurs(directive) || !parent || index === undefined) return undefined;
    const restored = asWritten(directive, text);
    (parent.children as RootContent[]).splice(index, 1, ...restored);
    return index + restored.length;
  });
}

function asWritten(directive: Directives, text: string): RootContent[] {
  const written = text.slice(directive.position?.start.offset, directive.position?.end.offset);
  switch (directive.type) {
    case 'textDirective':
      return [{ type: 'text', value: written }];
    case 'leafDirective':
      return [{ type: 'paragraph', children: [{ type: 'text', value: written }] }];
    case 'containerDirective': {
      const fence = (value: string): RootContent => ({
        type: 'paragraph',
        children: [{ type: 'text', value }],
      });
      const [open = ''] = written.split('\n');
      return [fence(open), ...directive.children, fence(/^:+/.exec(open)?.[0] ?? ':::')];
    }
  }
}
