import { z } from 'zod';

/** One name in a schema, in words for a table. */
export interface Leaf {
  path: string;
  type: string;
  /** As it is written, or empty. */
  standard: string;
  required: boolean;
  description: string;
}

/** The names of a schema with their types, defaults and descriptions; those in groups with a dot. */
export function leavesOf(schema: z.ZodType): Leaf[] {
  return leaves(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema, '', false);
}

interface Schema {
  type?: string;
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  default?: unknown;
  description?: string;
}

function leaves(schema: Schema, path: string, required: boolean): Leaf[] {
  if (schema.properties) {
    return Object.entries(schema.properties).flatMap(([name, part]) =>
      leaves(part, path === '' ? name : `${path}.${name}`, schema.required?.includes(name) ?? false),
    );
  }
  const description = (schema.description ?? '').replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
  const standard = schema.default === undefined ? '' : `\`${JSON.stringify(schema.default)}\``;
  return [{ path, type: typeWords(schema), standard, required, description }];
}

function typeWords({ type, enum: values, anyOf, items }: Schema): string {
  if (values) return values.map((value) => `\`${JSON.stringify(value)}\``).join(' or ');
  if (anyOf) return anyOf.map(typeWords).join(' or ');
  if (type === 'array') return `list of ${items ? typeWords(items) : 'values'}`;
  return type ?? 'object';
}
