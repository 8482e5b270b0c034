import { describe, expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import { concernForm } from './schema'

const raisedOn = { day: '2', month: '11', year: '2026' }

describe('concernForm', () => {
  it('takes the words of staff with the signs they saw, in the order they are offered', () => {
    const form = {
      raisedBy: 'staff',
      raisedOn,
      words: 'Not keeping up.',
      signs: ['gap-widening', 'slower-than-peers'],
    }
    expect(concernForm.parse(form)).toEqual({
      ...form,
      raisedOn: '2026-11-02',
      contactId: null,
      signs: ['slower-than-peers', 'gap-widening'],
    })
  })

  it('asks which parent, and for words', () => {
    const parsed = concernForm.safeParse({
      raisedBy: 'parent',
      raisedOn,
      words: 'He cries over his reading.',
      contactId: '',
    })
    expect(parsed.error && problemsOf(parsed.error)).toEqual([
      { field: 'contactId', message: 'Select the parent or carer whose concern this is' },
    ])
    const empty = concernForm.safeParse({ raisedBy: 'pupil', raisedOn, words: '' })
    expect(empty.error && problemsOf(empty.error)).toEqual([{ field: 'words', message: 'Enter the concern' }])
  })
})
