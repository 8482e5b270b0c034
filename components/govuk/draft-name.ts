import type { z } from 'zod'

type Definition = { shape?: object; in?: z.ZodType; innerType?: z.ZodType; options?: readonly z.ZodType[] }

/** The names of the fields a schema asks for: a form is known by them, on any page and however it is drawn. */
export function fieldsOf(schema: z.ZodType): string[] {
  const { shape, in: before, innerType, options } = schema.def as Definition
  if (shape) return Object.keys(shape)
  if (before) return fieldsOf(before)
  if (innerType) return fieldsOf(innerType)
  return [...new Set((options ?? []).flatMap(fieldsOf))]
}

const names = new WeakMap<HTMLFormElement, string>()

/** The form's name among the drafts of its page; null for a form that asks nothing. A second form that asks the same is `… 2`. */
export function formName(form: HTMLFormElement, schema: z.ZodType): string | null {
  const fields = fieldsOf(schema).sort().join(' ')
  if (fields === '') return null
  names.set(form, fields)
  const alike = [...document.forms].filter((other) => names.get(other) === fields)
  const place = alike.indexOf(form) + 1
  return place > 1 ? `${fields} ${place}` : fields
}
