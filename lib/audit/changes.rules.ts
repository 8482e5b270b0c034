/** The names of the fields that are not as they were, for the audit trail; days are compared by their day. */
export function changedFields(before: object, after: object): string[] {
  const was = new Map<string, unknown>(Object.entries(before))
  const plain = (value: unknown) => (value instanceof Date ? value.getTime() : (value ?? null))
  return Object.entries(after).flatMap(([name, value]) =>
    plain(was.get(name)) === plain(value) ? [] : [name],
  )
}
