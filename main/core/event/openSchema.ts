import { z } from 'zod';

/**
 * The same schema, which passes over members it does not know, at every depth. Input may hold nothing unknown, so that a
 * slip of the pen is told; an event may, for a newer station can have written it, and it must not be left out for a row of a list
 * that has gained a member. All other checks stay.
 */
export const openSchema = <Schema extends z.ZodType>(schema: Schema): Schema => opened(schema) as Schema;

/** The kinds of schema that event bodies are made of; every other one has no members. */
const opened = (schema: unknown): unknown => {
  if (schema instanceof z.ZodObject) {
    const { catchall: _strictness, ...def } = schema.def;
    return schema.clone({ ...def, shape: Object.fromEntries(Object.entries(schema.shape).map(([member, inner]) => [member, opened(inner)])) as typeof schema.shape });
  }
  if (schema instanceof z.ZodArray) return schema.clone({ ...schema.def, element: opened(schema.def.element) as typeof schema.def.element });
  if (schema instanceof z.ZodUnion) return schema.clone({ ...schema.def, options: schema.def.options.map((option) => opened(option) as typeof option) });
  if (schema instanceof z.ZodRecord) return schema.clone({ ...schema.def, valueType: opened(schema.def.valueType) as typeof schema.def.valueType });
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return schema.clone({ ...schema.def, innerType: opened(schema.def.innerType) as typeof schema.def.innerType } as never);
  // Steps within steps: opened as deep as a document goes.
  if (schema instanceof z.ZodLazy) return z.lazy(() => opened(schema.def.getter()) as z.ZodType);
  return schema;
};
