import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { problemsOf, readForm, ticksOf, valueOf } from './form-state'

function sent(...fields: [string, string][]) {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return readForm(data)
}

describe('reading a form', () => {
  it('keeps what was typed by the name of its box, and nests it for the schema', () => {
    expect(sent(['reason', 'ill'], ['heldOn.day', '3'], ['heldOn.year', '2026'])).toEqual({
      values: { reason: 'ill', 'heldOn.day': '3', 'heldOn.year': '2026' },
      input: { reason: 'ill', heldOn: { day: '3', year: '2026' } },
    })
  })

  it.each([
    ['one tick is still a list', ['parent']],
    ['two ticks', ['parent', 'teacher']],
  ])('reads names that end in [] as a list: %s', (_reason, ticks) => {
    const { values, input } = sent(...ticks.map((tick): [string, string] => ['sources[]', tick]))
    expect(input).toEqual({ sources: ticks })
    expect(values).toEqual({ sources: ticks })
  })

  it('reads numbered rows, a date inside one of them too', () => {
    expect(sent(['actions.0.what', 'Ring'], ['actions.2.by.day', '4']).input).toEqual({
      actions: { 0: { what: 'Ring' }, 2: { by: { day: '4' } } },
    })
  })

  it('never hands a password back to the page', () => {
    const { values, input } = sent(['email', 'a@example.org'], ['newPassword', 'correct horse battery'])
    expect(values).toEqual({ email: 'a@example.org' })
    expect(input).toEqual({ email: 'a@example.org', newPassword: 'correct horse battery' })
  })

  it.each([
    ['__proto__.isAdmin', 'reaching into every object'],
    ['constructor.prototype.x', 'reaching into every object'],
    ['a.__proto__', 'reaching into every object'],
    ['$ACTION_ID_1', "Next's own"],
    ['a..b', 'no field of ours'],
  ])('passes over %s: %s', (name) => {
    expect(sent([name, 'yes'])).toEqual({ values: {}, input: {} })
    expect('isAdmin' in {}).toBe(false)
  })

  it('passes over files, which an action reads for itself', () => {
    const data = new FormData()
    data.append('export', new File(['x'], 'register.csv'))
    expect(readForm(data)).toEqual({ values: {}, input: {} })
  })

  it('takes the last of an answer sent twice, and does not break on a name used both ways', () => {
    expect(sent(['year', '3'], ['year', '4']).input).toEqual({ year: '4' })
    expect(sent(['year', '3'], ['year.day', '4']).input).toEqual({ year: { day: '4' } })
  })
})

describe('answers to show again', () => {
  it('reads one answer, or nothing', () => {
    expect(valueOf({ reason: 'ill' }, 'reason')).toBe('ill')
    expect(valueOf({ sources: ['parent'] }, 'sources')).toBe('')
    expect(valueOf({}, 'reason')).toBe('')
  })

  it('reads every tick', () => {
    expect(ticksOf({ sources: ['parent'] }, 'sources')).toEqual(['parent'])
    expect(ticksOf({ sources: 'parent' }, 'sources')).toEqual(['parent'])
    expect(ticksOf({}, 'sources')).toEqual([])
  })
})

describe('problems', () => {
  it('gives one a field, in the order of the form, and names a row as its box is named', () => {
    const form = z.object({
      name: z
        .string()
        .min(3, 'Too short')
        .regex(/^[A-Z]/, 'Begin with a capital'),
      actions: z.array(z.object({ what: z.string().min(1, 'Enter what') })),
    })
    const { error } = form.safeParse({ name: 'x', actions: [{ what: 'Ring' }, { what: '' }] })
    expect(problemsOf(error ?? new z.ZodError([]))).toEqual([
      { field: 'name', message: 'Too short' },
      { field: 'actions.1.what', message: 'Enter what' },
    ])
  })

  it('gives the form a problem that belongs to no one field', () => {
    const { error } = z
      .object({})
      .refine(() => false, 'Choose one of the two')
      .safeParse({})
    expect(problemsOf(error ?? new z.ZodError([]))).toEqual([
      { field: 'form', message: 'Choose one of the two' },
    ])
  })
})
