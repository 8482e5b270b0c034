import type { ImportJson } from '@/lib/register-import/json.rules'

const some = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`

/** The outcome of an import for someone who reads it in a terminal. */
export function outcomeLines({ rows, pupils, problems, ignored, applied }: ImportJson): string[] {
  const done = applied ? 'Imported' : 'Dry run, nothing was written'
  return [
    `${done}: ${some(rows, 'row')}, ${pupils.new} new, ${pupils.changed} changed, ${pupils.unchanged} unchanged.`,
    ...problems.map(({ row, column, message }) => `Row ${row}${column ? `, ${column}` : ''}: ${message}`),
    ...ignored.map(({ row, reason }) => `Row ${row} left aside: ${reason}`),
    ...(applied || pupils.new + pupils.changed === 0 ? [] : ['To import, add --confirm.']),
  ]
}
