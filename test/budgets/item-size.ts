/**
 * How large DynamoDB counts an item, in bytes.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export const attributesSize = (item: Record<string, unknown>): number =>
  sum(
    Object.entries(item)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => Buffer.byteLength(name) + valueSize(value)),
  );

function valueSize(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  // About one byte for two significant digits, and one.
  if (typeof value === 'number') return Math.ceil(String(Math.abs(value)).length / 2) + 1;
  if (value instanceof Uint8Array) return value.byteLength;
  if (Array.isArray(value)) return 3 + sum(value.map((inner) => 1 + valueSize(inner)));
  if (value !== null && typeof value === 'object')
    return 3 + Object.keys(value).length + attributesSize(value as Record<string, unknown>);
  return 1;
}

const sum = (sizes: readonly number[]): number => sizes.reduce((a, b) => a + b, 0);
