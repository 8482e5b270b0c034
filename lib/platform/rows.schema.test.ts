import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { problemsOf } from './form-state'
import { filledRows } from './rows.schema'
import { dateBoxes, requiredText } from './text.schema'

const form = z.object({
  actions: filledRows(
    z.object({ what: requiredText('what will be done', 100), by: dateBoxes('by when') }),
    3,
  ),
})
const by = { day: '1', month: '10', year: '2026' }
const blank = { what: ' ', by: { day: '', month: '', year: '' } }

describe('rows of a list', () => {
  it('takes the rows that were filled in and passes over the blank ones', () => {
    const given = { actions: { 0: { what: 'Ring home', by }, 1: blank, 2: { what: 'Send the card', by } } }
    expect(form.parse(given).actions).toEqual([
      { what: 'Ring home', by: '2026-10-01' },
      { what: 'Send the card', by: '2026-10-01' },
    ])
  })

  it.each([[undefined], [{}], [{ 0: blank }]])('takes %j as no rows', (actions) => {
    expect(form.parse({ actions }).actions).toEqual([])
  })

  it('keeps the number of the row a problem is in', () => {
    const { error } = form.safeParse({ actions: { 0: blank, 2: { what: '', by: { ...by, month: '13' } } } })
    expect(problemsOf(error ?? new z.ZodError([]))).toEqual([
      { field: 'actions.2.what', message: 'Enter what will be done' },
      { field: 'actions.2.by', message: 'By when must be a real date' },
    ])
  })

  it('refuses more rows than there is room for', () => {
    const four = Object.fromEntries([0, 1, 2, 3].map((index) => [index, { what: 'Ring', by }]))
    expect(form.safeParse({ actions: four }).error?.issues[0]?.message).toBe('Enter no more than 3')
  })
})
