import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { eventBodies } from '../../../../main/core/event/catalogue.ts';
import { openSchema } from '../../../../main/core/event/openSchema.ts';

const row = z.strictObject({ name: z.string().min(2), more: z.strictObject({ dial: z.string().default('0') }).optional() });
const strict = z.strictObject({
  rows: z.array(row).max(2).default([]),
  choice: z.discriminatedUnion('type', [z.strictObject({ type: z.literal('row'), row }), z.strictObject({ type: z.literal('none') })]).nullable(),
  byName: z.record(z.string(), row).optional(),
});
const open = openSchema(strict);
const newer = { name: 'Ada', since: 2031, more: { dial: '7', extension: '12' } };
const known = { name: 'Ada', more: { dial: '7' } };

describe('an open schema', () => {
  it('passes over members that it does not know, at every depth', () => {
    expect(open.parse({ rows: [newer], choice: { type: 'row', row: newer, why: '' }, byName: { ada: newer }, later: true })).toEqual({ rows: [known], choice: { type: 'row', row: known }, byName: { ada: known } });
    expect(strict.safeParse({ rows: [newer], choice: null }).success, 'the one it was made of still refuses them').toBe(false);
  });

  it('keeps every other check, and the defaults', () => {
    expect(open.parse({ rows: [{ name: 'Ada', more: {} }], choice: null })).toEqual({ rows: [{ name: 'Ada', more: { dial: '0' } }], choice: null });
    expect(open.parse({ choice: { type: 'none', rows: [] } })).toEqual({ rows: [], choice: { type: 'none' } });
    for (const wrong of [{ rows: [known, known, known], choice: null }, { rows: [{ name: 'A' }], choice: null }, { choice: { type: 'other' } }, { rows: [] }]) expect(open.safeParse(wrong).success).toBe(false);
  });
});

describe('a schema that stands within itself', () => {
  interface Tree {
    readonly name: string;
    readonly branches?: readonly Tree[] | undefined;
  }
  const tree: z.ZodType<Tree> = z.lazy(() => z.strictObject({ name: z.string(), branches: z.array(tree).optional() }));

  it('passes over unknown members as deep as a document goes', () => {
    const grown = { name: 'a', later: 1, branches: [{ name: 'b', later: 2, branches: [{ name: 'c', later: 3 }] }] };
    expect(openSchema(tree).parse(grown)).toEqual({ name: 'a', branches: [{ name: 'b', branches: [{ name: 'c' }] }] });
    expect(openSchema(tree).safeParse({ name: 'a', branches: [{}] }).success).toBe(false);
    expect(tree.safeParse(grown).success).toBe(false);
  });
});

/** Paths at which a schema refuses what it does not know. */
const strictWithin = (schema: unknown, path: string): readonly string[] => {
  if (schema instanceof z.ZodObject) return [...(schema.def.catchall instanceof z.ZodNever ? [path] : []), ...Object.entries(schema.shape).flatMap(([name, inner]) => strictWithin(inner, `${path}.${name}`))];
  if (!(schema instanceof z.ZodType)) return [];
  return Object.entries(schema.def).flatMap(([name, inner]) => (Array.isArray(inner) ? inner : [inner]).flatMap((each) => strictWithin(each, `${path}<${name}>`)));
};

describe('the bodies of events', () => {
  it('are all open, down to the rows of their lists: no newer program is read less for what it added', () => {
    expect(strictWithin(z.object({ rows: z.array(row) }), 'body'), 'this test can see').toEqual(['body.rows<element>', 'body.rows<element>.more<innerType>']);
    expect(Object.entries(eventBodies).flatMap(([kind, schema]) => strictWithin(schema, kind))).toEqual([]);
  });
});
