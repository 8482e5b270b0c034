import type { FieldWords } from './field.words'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function sentence<Of>({ label, was, is = was }: FieldWords<Of>, before: Of, after: Of): string {
  const [old, now] = [was(before), is(after)]
  const called = label ? `${label} ` : ''
  if (old === null) return `${called}is now ${was(after) ?? 'left open'}`
  return now === null ? `${called}${old} was taken out` : `${called}${old} became ${now}`
}

/** Each field that is not the same, in a sentence that begins with what the fields belong to. */
export function fieldChanges<Of extends object>(
  subject: string,
  fields: Readonly<Partial<Record<keyof Of & string, FieldWords<Of>>>>,
  before: Of,
  after: Of,
): string[] {
  return (Object.entries(fields) as [keyof Of & string, FieldWords<Of>][])
    .filter(([name]) => !same(before[name], after[name]))
    .map(([, words]) =>
      subject ? `${subject}: ${sentence(words, before, after)}` : sentence(words, before, after),
    )
}

const linesOf = (text: string | null) =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** A text of several lines, compared line by line: what was added, and what was taken out. */
export function linesChanged(subject: string, before: string | null, after: string | null): string[] {
  if (before === after) return []
  const [was, is] = [linesOf(before), linesOf(after)]
  const said = [
    ...is.filter((line) => !was.includes(line)).map((line) => `${subject}: “${line}” was added`),
    ...was.filter((line) => !is.includes(line)).map((line) => `${subject}: “${line}” was taken out`),
  ]
  return said.length > 0 ? said : [`${subject}: the lines are set out in another way`]
}
