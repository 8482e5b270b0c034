import { describe, expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import { concernAnswerForm, concernForm, talkForm } from './schema'

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
      checkedId: null,
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

describe('concernAnswerForm', () => {
  it('says under the reasons that another home language is not enough, beside what else is wrong', () => {
    const parsed = concernAnswerForm.safeParse({
      decision: 'sen-support',
      reasons: ['english-as-an-additional-language'],
    })
    expect(
      parsed.error &&
        problemsOf(parsed.error)
          .map(({ field }) => field)
          .toSorted(),
    ).toEqual(['answer', 'answeredOn', 'reasons'])
  })

  it('asks what it rests on', () => {
    const parsed = concernAnswerForm.safeParse({ decision: 'monitor', answer: 'Wait', answeredOn: raisedOn })
    expect(parsed.error && problemsOf(parsed.error)).toEqual([
      { field: 'reasons', message: 'Select what the decision rests on' },
    ])
  })
})

it('a talk is with somebody', () => {
  const parsed = talkForm.safeParse({ talkedOn: raisedOn, noteGiven: 'no' })
  expect(parsed.error && problemsOf(parsed.error)).toEqual([
    { field: 'who', message: 'Select who it was talked over with' },
  ])
})
