import { describe, expect, it } from 'vitest'
import { isoDate } from '@/lib/calendar/iso-date'
import { doNoteForm } from '@/lib/do-note/schema'
import { noteOfTap, restForm, tapForm, TAPS } from './schema'

const KEY = '0197a1de-0000-7000-8000-000000000001'
const PROVISION = '0197a1de-0000-7000-8000-000000000002'

describe('a tap', () => {
  it.each(TAPS)('%s writes a note that the Do page would take', (said) => {
    const note = noteOfTap({ formKey: KEY, said }, PROVISION, isoDate('2027-03-16'))
    const typed = {
      ...note,
      reason: note.reason ?? '',
      minutes: '',
      givenBy: '',
      observation: '',
      outcomeId: '',
      measured: '',
      happenedOn: { day: '16', month: '3', year: '2027' },
    }
    expect(doNoteForm.parse(typed)).toEqual(note)
  })

  it.each([
    ['no key', { formKey: KEY, seen: '0' }],
    ['another key', { formKey: KEY, said: 'perhaps', seen: '0' }],
    ['no form key', { said: 'given', seen: '0' }],
    ['a form key that is none', { formKey: 'x', said: 'given', seen: '0' }],
    ['a count that is none', { formKey: KEY, said: 'given', seen: 'many' }],
  ])('is refused with %s', (_what, input) => {
    expect(tapForm.safeParse(input).success).toBe(false)
  })
})

describe('the rest of the groups', () => {
  it('are provisions, each with its own form key', () => {
    expect(restForm.parse({ rest: [`${PROVISION}.${KEY}`] }).rest).toEqual([
      { provisionId: PROVISION, formKey: KEY },
    ])
  })

  it.each([
    ['nothing', {}],
    ['one without a form key', { rest: [PROVISION] }],
    ['three parts', { rest: [`${PROVISION}.${KEY}.${KEY}`] }],
    ['too many', { rest: Array(101).fill(`${PROVISION}.${KEY}`) }],
  ])('are refused: %s', (_what, input) => {
    expect(restForm.safeParse(input).success).toBe(false)
  })
})
