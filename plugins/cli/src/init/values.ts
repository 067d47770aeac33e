import type { CallExpression, Node, ObjectExpression, ObjectProperty } from '@babel/types';
import { refusal, type Source } from './source.ts';

/** What an expression stands for: without parentheses and types, and for the name of a constant its value. */
export function valueOf(source: Source, node: Node): Node {
  switch (node.type) {
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return valueOf(source, node.expression);
    case 'Identifier': {
      const value = constant(source, node.name);
      return value ? valueOf(source, value) : node;
    }
    default:
      return node;
  }
}

/** The name of what is called: `glob` for `glob({ … })`. */
export function calleeName({ callee }: CallExpression): string | undefined {
  return callee.type === 'Identifier' ? callee.name : undefined;
}

/**
 * A property of an object; undefined where it has none.
 *
 * @throws with the place of a spread, from which the property may come, and of a method of that name
 */
export function property(source: Source, object: ObjectExpression, name: string): ObjectProperty | undefined {
  const named = object.properties.filter(
    (item) => item.type !== 'SpreadElement' && !item.computed && nameOf(item.key) === name,
  );
  const [found] = named;
  if (found?.type === 'ObjectProperty') return found;
  const spread = found ?? object.properties.find(({ type }) => type === 'SpreadElement');
  if (!spread) return undefined;
  const reason = found ? 'method' : `spread, from which \`${name}\` may come`;
  throw refusal(source.path, spread, `Unexpected ${reason}, expected \`${name}: …\` in the object itself`);
}

/** The name of a key. */
export function nameOf(key: Node): string | undefined {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'StringLiteral' ? key.value : undefined;
}

/** The value of `const name = …`, exported or not, at the top of a file. */
function constant({ program }: Source, name: string): Node | undefined {
  for (const statement of program.body) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations)
      if (id.type === 'Identifier' && id.name === name && init) return init;
  }
  return undefined;
}
