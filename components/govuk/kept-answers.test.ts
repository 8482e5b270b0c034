import { beforeEach, describe, expect, it } from 'vitest'
import { isSignInRedirect, keepAnswers, takeAnswers } from './kept-answers'

const MINUTE = 60_000
const page = { whose: 'a teacher', path: '/schools/oakfield/pupils/1/notes' }
const typed = { note: 'Read for ten minutes', outcomes: ['one'] }

function aTab(): Storage {
  const held = new Map<string, string>()
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
    clear: () => held.clear(),
    key: (index) => [...held.keys()][index] ?? null,
    get length() {
      return held.size
    },
  }
}

const fits = () => true

describe('answers put aside while somebody signs in again', () => {
  let tab: Storage
  beforeEach(() => {
    tab = aTab()
    keepAnswers(tab, page, typed, 0)
  })

  it('are there for the same page, once', () => {
    expect(takeAnswers(tab, page, fits, MINUTE)).toEqual(typed)
    expect(takeAnswers(tab, page, fits, MINUTE)).toBeNull()
  })

  it('wait while the person is on another page', () => {
    expect(takeAnswers(tab, { ...page, path: '/schools/oakfield' }, fits, MINUTE)).toBeNull()
    expect(takeAnswers(tab, page, fits, 2 * MINUTE)).toEqual(typed)
  })

  it('wait for the form they were typed in, where a page has several', () => {
    expect(takeAnswers(tab, page, () => false, MINUTE)).toBeNull()
    expect(takeAnswers(tab, page, (values) => 'note' in values, MINUTE)).toEqual(typed)
  })

  it('are gone when somebody else has signed in, and do not come back for the first', () => {
    expect(takeAnswers(tab, { ...page, whose: 'another teacher' }, fits, MINUTE)).toBeNull()
    expect(tab.length).toBe(0)
    expect(takeAnswers(tab, page, fits, MINUTE)).toBeNull()
  })

  it('are gone after a quarter of an hour, whichever page is opened', () => {
    expect(takeAnswers(tab, { ...page, path: '/schools/oakfield' }, fits, 15 * MINUTE)).toBeNull()
    expect(tab.length).toBe(0)
    expect(takeAnswers(tab, page, fits, 0)).toBeNull()
  })
})

describe('knowing that a session has ended', () => {
  const withDigest = (digest: string) => Object.assign(new Error('redirect'), { digest })

  it.each([
    [withDigest('NEXT_REDIRECT;push;/sign-in?next=%2Fschools;307;'), true],
    [withDigest('NEXT_REDIRECT;replace;/sign-in;303;'), true],
    [withDigest('NEXT_REDIRECT;push;/schools/oakfield;303;'), false],
    [withDigest('NEXT_REDIRECT;push;/sign-info;303;'), false],
    [withDigest('185153117'), false],
    [new TypeError('Failed to fetch'), false],
  ])('%o: %s', (error, ended) => {
    expect(isSignInRedirect(error)).toBe(ended)
  })
})
