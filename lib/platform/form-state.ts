import type { z } from 'zod'
import type { Problem } from './outcome'

// How a field is named, and what the schema then reads:
//   reason           one answer               reason: 'text'
//   heldOn.day       one box of several       heldOn: { day: '3', month: '12', year: '2026' }
//   sources[]        any number of answers    sources: ['parent', 'teacher']; nothing ticked sends no field at all
//   actions.0.what   a row of a list          actions: { 0: { what: '…' } }, read by `filledRows`
const NAME = /^[a-zA-Z][\w-]{0,60}(\.[\w-]{1,60}){0,4}(\[\])?$/
const NOT_A_NAME = /(^|\.)(__proto__|constructor|prototype)(\.|$|\[)/

/** What was typed, by the name of the box; a list where any number could be ticked. */
export type FormValues = Record<string, string | string[]>

/** What a server action hands back to the form that called it. */
export type FormState = {
  values: FormValues
  problems: Problem[]
  /** The version somebody else saved meanwhile, once it has been shown: the next try is about that one. */
  seen?: number
}

/** The shape of every action that takes a form. */
export type FormAction = (before: FormState, data: FormData) => Promise<FormState>

type Input = { [part: string]: string | string[] | Input }

/** A form nobody has sent yet. */
export const untouched: FormState = { values: {}, problems: [] }

/** The version a form is about: the one it was opened with, or a later one that was shown in it since. */
export const versionSeen = (before: FormState, opened: number): number => before.seen ?? opened

/** The answer in one box, or nothing. */
export function valueOf(values: FormValues, name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

/** Every answer ticked under one name. */
export function ticksOf(values: FormValues, name: string): string[] {
  const value = values[name]
  return Array.isArray(value) ? value : value ? [value] : []
}

/** The form twice over: as typed, to show again, and in the shape the schema reads. */
export function readForm(data: FormData): { values: FormValues; input: Input } {
  const values: FormValues = {}
  const input: Input = {}
  for (const [name, value] of data) {
    if (typeof value !== 'string' || !NAME.test(name) || NOT_A_NAME.test(name)) continue
    if (name.endsWith('[]')) {
      const field = name.slice(0, -2)
      values[field] = [...ticksOf(values, field), value]
      place(input, field, values[field])
    } else {
      // A password is the one thing that is never sent back to the page.
      if (!/password/i.test(name)) values[name] = value
      place(input, name, value)
    }
  }
  return { values, input }
}

function place(input: Input, name: string, value: string | string[]) {
  const parts = name.split('.')
  const last = parts.pop() ?? name
  let inner = input
  for (const part of parts) {
    const next = inner[part]
    inner = inner[part] = typeof next === 'object' && !Array.isArray(next) ? next : {}
  }
  inner[last] = value
}

/** One problem a field, in the order of the form; a row's problem is named as its box is, `actions.0.what`. */
export function problemsOf(error: z.ZodError): Problem[] {
  const seen = new Map<string, Problem>()
  for (const issue of error.issues) {
    const field = issue.path.map(String).join('.') || 'form'
    if (!seen.has(field)) seen.set(field, { field, message: issue.message })
  }
  return [...seen.values()]
}
