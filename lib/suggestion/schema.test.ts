import { describe, expect, it } from 'vitest'
import { suggestionAnswerForm, suggestionForm } from './schema'

const id = '01a20000-0000-7000-8000-000000000001'
const saidOn = { day: '20', month: '11', year: '2026' }
const problems = (result: { error?: { issues: { message: string }[] } | undefined }) =>
  result.error?.issues.map(({ message }) => message) ?? []

describe('suggestionForm', () => {
  it.each([
    [{ contact: id, had: 'yes', words: 'A quiet place', saidOn }, []],
    [{ contact: id, had: 'no', words: '', saidOn }, []],
    [{ contact: id, had: 'yes', words: ' ', saidOn }, ['Enter what they think would help']],
    [{ contact: '', had: 'yes', words: 'A quiet place', saidOn }, ['Select who said it']],
    [{ contact: id, words: 'A quiet place', saidOn }, ['Select whether they had something in mind']],
  ])('%#', (given, said) => {
    expect(problems(suggestionForm.safeParse(given))).toEqual(said)
  })
})

describe('suggestionAnswerForm', () => {
  it.each([
    [{ answer: 'in-the-plan', takenAs: id, reason: '' }, []],
    [{ answer: 'in-the-plan', takenAs: '', reason: '' }, ['Select which part of the plan it became']],
    [{ answer: 'not-now', takenAs: '', reason: '' }, ['Enter why, so that the parent can read it']],
    [{ answer: 'tried', reason: 'In spring; it made her tired' }, []],
    [{ takenAs: '', reason: '' }, ['Select what the answer is']],
  ])('%#', (given, said) => {
    expect(problems(suggestionAnswerForm.safeParse(given))).toEqual(said)
  })
})
