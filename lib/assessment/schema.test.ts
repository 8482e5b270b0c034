import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { problemsOf } from '@/lib/platform/form-state'
import { parentViewsForm, pupilViewsForm, sourceForm, summaryForm } from './schema'

const messagesOf = (schema: z.ZodType, given: unknown) => {
  const parsed = schema.safeParse(given)
  return parsed.success ? [] : problemsOf(parsed.error)
}
const day = { day: '9', month: 'november', year: '2026' }
const noDay = { day: '', month: '', year: '' }

describe('a source', () => {
  const source = {
    kind: 'teacher',
    saidBy: 'Tom Whitfield',
    saidOn: day,
    words: 'Reads 16 words.',
    audience: 'staff',
  }

  it('says who, when and what', () => {
    expect(sourceForm.parse(source)).toEqual({ ...source, saidOn: '2026-11-09' })
  })

  it.each([
    [{ kind: undefined }, 'kind', 'Select what kind of source this is'],
    [{ saidBy: ' ' }, 'saidBy', 'Enter who said it'],
    [{ saidBy: 'a'.repeat(201) }, 'saidBy', 'Who said it must be 200 characters or less'],
    [{ saidOn: noDay }, 'saidOn', 'Enter the day it was said'],
    [{ words: '' }, 'words', 'Enter what was said or found'],
    [{ words: 'a'.repeat(4001) }, 'words', 'What was said or found must be 4,000 characters or less'],
    [{ audience: 'everybody' }, 'audience', 'Select who may read it'],
  ])('%j', (over, field, message) => {
    expect(messagesOf(sourceForm, { ...source, ...over })).toEqual([{ field, message }])
  })
})

describe('views', () => {
  it('may be left for later', () => {
    expect(
      messagesOf(parentViewsForm, { parentViews: '', parentViewsFrom: '', parentViewsOn: noDay }),
    ).toEqual([])
    expect(messagesOf(pupilViewsForm, { pupilViews: '', pupilViewsHow: '', pupilViewsOn: noDay })).toEqual([])
    expect(summaryForm.parse({})).toEqual({ strengths: null, barriers: null, summary: null })
  })

  it('of the parents have a name and a day', () => {
    expect(
      messagesOf(parentViewsForm, {
        parentViews: 'He loves maps.',
        parentViewsFrom: '',
        parentViewsOn: noDay,
      }),
    ).toEqual([
      { field: 'parentViewsFrom', message: 'Enter whose views these are' },
      { field: 'parentViewsOn', message: 'Enter the day they said it' },
    ])
  })

  it('of the pupil say how they were gathered, and when', () => {
    expect(
      messagesOf(pupilViewsForm, { pupilViews: 'I like it.', pupilViewsHow: '', pupilViewsOn: noDay }),
    ).toEqual([
      { field: 'pupilViewsHow', message: 'Select how the views were gathered' },
      { field: 'pupilViewsOn', message: 'Enter the day they said it, or were asked' },
    ])
  })

  it('of a pupil who did not want to say need no words, but a day', () => {
    expect(
      messagesOf(pupilViewsForm, { pupilViews: '', pupilViewsHow: 'declined', pupilViewsOn: day }),
    ).toEqual([])
    expect(
      messagesOf(pupilViewsForm, { pupilViews: '', pupilViewsHow: 'declined', pupilViewsOn: noDay }),
    ).toEqual([{ field: 'pupilViewsOn', message: 'Enter the day they said it, or were asked' }])
  })
})
