import { describe, expect, it } from 'vitest'
import { passwordProblem } from './password.rules'

const common = new Set(['password', 'letmein', 'qwertyuiop12', 'iloveyouforever'])
const about = ['Oakfield Primary', 'ruth.adeyemi', 'Adeyemi']

describe('passwordProblem', () => {
  it.each([
    ['twelve characters of three words', 'kettle-otter7'],
    ['a long sentence', 'the bus to the sea leaves at noon'],
    ['a name inside a much longer one', 'Adeyemi walks nine dogs in the rain'],
    ['other alphabets', 'дождь-над-морем-вечером'],
  ])('accepts %s', (_why, password) => {
    expect(passwordProblem(password, common, about)).toBeNull()
  })

  it.each([
    ['eleven characters', 'kettle-otte', /12 characters or more/],
    ['201 characters', 'abcde'.repeat(40) + 'f', /200 characters or less/],
    ['one letter again and again', 'aaaaaaaaaaaaaaa', /same few characters/],
    ['a common one', 'qwertyuiop12', /fewer people use/],
    ['a common one with capitals', 'QwertyUiop12', /fewer people use/],
    ['a common word behind digits', 'password12345', /fewer people use/],
    ['a common word said twice', 'letmeinletmein', /fewer people use/],
    ['the school', 'oakfield primary1', /name of the school/],
    ['the email address', 'ruth.adeyemi26', /email address/],
  ])('refuses %s', (_why, password, problem) => {
    expect(passwordProblem(password, common, about)).toMatch(problem)
  })
})
