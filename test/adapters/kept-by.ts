import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import type { Item } from '../../lambda/adapters/dynamo/items';
import type { Who } from '../../lambda/ports/store';

/** Whose items they are. */
export const WHO: Who = { household: 'amzn1.ask.account.VERSION1' };

const Value: z.ZodType<AttributeValue> = z.lazy(() =>
  z.union([
    z.object({ S: z.string() }),
    z.object({ N: z.string() }),
    z.object({ BOOL: z.boolean() }),
    z.object({ B: z.string().transform((text) => Buffer.from(text, 'base64')) }),
    z.object({ M: z.record(z.string(), Value) }),
    z.object({ L: z.array(Value) }),
  ]),
);
const Items = z.array(z.record(z.string(), Value));

/** Items as a version wrote them into the table, taken out of it once and never changed since. Binary attributes are base64. */
export function keptByVersion(schema: number): readonly Item[] {
  const items: readonly Item[] = Items.parse(
    JSON.parse(readFileSync(join(__dirname, `version-${schema}.json`), 'utf8')),
  );
  return items;
}
