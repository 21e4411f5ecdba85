type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'null' | 'array' | 'object';

/**
 * What JSON Schema (draft 7) says of a value. It accepts all that its reader accepts, and more where only code can
 * decide, as for colors.
 */
export interface ValueSchema {
  readonly type?: JsonType | readonly JsonType[];
  readonly enum?: readonly (string | number | boolean)[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: ValueSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, ValueSchema>>;
  readonly additionalProperties?: boolean | ValueSchema;
  readonly anyOf?: readonly ValueSchema[];
  readonly description?: string;
  /** What editors suggest in addition; it is not part of the schema that is printed. */
  readonly suggests?: Suggested;
}

/** Values that depend on the project. */
export type Suggested = 'file' | 'theme' | 'column' | 'class' | 'color' | 'language';

/** Any single value, which is taken as it was written. */
export const anyScalar = {
  type: ['string', 'number', 'boolean', 'null'],
} as const satisfies ValueSchema;

/** A text of this form, which may be a number for YAML. */
export function textLike(pattern: string): ValueSchema {
  return { type: ['string', 'number'], pattern };
}

/** One value, or a list of them. */
export function oneOrMore(item: ValueSchema, limits: Pick<ValueSchema, 'maxItems'> = {}) {
  return {
    anyOf: [item, { type: 'array', items: item, ...limits }],
  } as const satisfies ValueSchema;
}

/** A mapping with these keys only. */
export function mappingOf(properties: Readonly<Record<string, ValueSchema>>) {
  return {
    type: 'object',
    additionalProperties: false,
    properties,
  } as const satisfies ValueSchema;
}

/** A mapping with the keys of these readers. */
export function schemaOfReaders(
  readers: Readonly<Record<string, { readonly schema: ValueSchema }>>,
) {
  const schemas = Object.entries(readers).map(([key, { schema }]) => [key, schema] as const);
  return mappingOf(Object.fromEntries(schemas));
}
