import { describe, expect, it } from 'vitest'
import { answerForm, heardForm, inviteForm } from './schema'

const KEY = '01927c5e-0000-4000-8000-000000000001'
const said = (parsed: { success: boolean; error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
  parsed.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []

describe('an invitation', () => {
  it('reads who comes too, one on each line', () => {
    expect(
      inviteForm.parse({ formKey: KEY, others: 'Dr Rao, psychologist\nSam Lee', by: { [KEY]: 'email' } }),
    ).toEqual({
      by: { [KEY]: 'email' },
      staff: [],
      pupilInvited: false,
      others: ['Dr Rao, psychologist', 'Sam Lee'],
      noteTaker: null,
      joinBy: null,
      papers: null,
      papersSentOn: null,
      interpreter: null,
      accessNeeds: null,
      formKey: KEY,
    })
  })
  it.each([
    [{ formKey: 'x' }, ['formKey: Open the page again, then send the form']],
    [{ formKey: KEY, by: { [KEY]: 'pigeon' } }, [`by.${KEY}: Select how they are asked`]],
    [{ formKey: KEY, staff: ['x'] }, ['staff: Select staff from the list']],
    [{ formKey: KEY, others: 'x\n'.repeat(9) }, ['others: Enter at most 8 people, one on each line']],
    [{ formKey: KEY, others: 'x'.repeat(201) }, ['others: Each person must be 200 characters or less']],
  ])('%j', (given, problems) => {
    expect(said(inviteForm.safeParse(given))).toEqual(problems)
  })
})

describe('an answer', () => {
  it.each([
    [{}, ['answer: Select whether you can come']],
    [{ answer: 'perhaps' }, ['answer: Select whether you can come']],
    [{ answer: 'another-time' }, ['betterTimes: Enter days or times that suit you']],
    [{ answer: 'another-time', betterTimes: 'After 4pm' }, []],
    [{ answer: 'no' }, []],
    [
      { answer: 'yes', bringing: 'x'.repeat(201) },
      ['bringing: Who comes with you must be 200 characters or less'],
    ],
  ])('%j', (given, problems) => {
    expect(said(answerForm.safeParse(given))).toEqual(problems)
  })
  it('that somebody at school heard says how', () => {
    expect(said(heardForm.safeParse({ answer: 'yes' }))).toEqual(['how: Select how they answered'])
    expect(said(heardForm.safeParse({ answer: 'another-time', how: 'phone' }))).toEqual([
      'betterTimes: Enter days or times that suit you',
    ])
  })
})
