import { describe, expect, it } from 'vitest'
import {
  asRound,
  draftAnswers,
  draftProblem,
  DRAFT_CHARACTERS,
  isChanged,
  overTheirs,
  overtakenVersion,
  roundAnswers,
  roundCycles,
  seenVersion,
  withAnswers,
  writtenParts,
} from './draft.rules'

describe('the answers of a draft', () => {
  it('are what was typed, without what belongs to the sending', () => {
    expect(draftAnswers({ intent: 'draft', draftVersion: '3', support: 'x', needs: ['a', 'b'] })).toEqual({
      support: 'x',
      needs: ['a', 'b'],
    })
  })

  it('are refused only where they cannot be kept at all', () => {
    expect(draftProblem({ support: '' })).toBeNull()
    expect(draftProblem({ support: 'x'.repeat(DRAFT_CHARACTERS) })).toBeNull()
    expect(draftProblem({ support: 'x'.repeat(DRAFT_CHARACTERS), more: 'y' })).toContain('Shorten')
    expect(draftProblem({ support: 'a\0b' })).toContain('cannot be stored')
    expect(draftProblem({ support: '\ud83d' })).toContain('cannot be stored')
    expect(draftProblem({ support: '👍🏽 naïve' })).toBeNull()
  })

  it('of one pupil are found in a round and laid over what was there', () => {
    const values = { 'drafts.a.support': 'A', 'drafts.a.version': '2', 'drafts.b.support': 'B' }
    expect(roundAnswers(values, 'a')).toEqual({ support: 'A' })
    expect(asRound({ support: 'A' }, 'a')).toEqual({ 'drafts.a.support': 'A' })
    expect(withAnswers({ support: 'old', decision: 'continue' }, { support: 'new' })).toEqual({
      support: 'new',
      decision: 'continue',
    })
  })

  it('name the cycles of a round, ten at most, and nothing else', () => {
    const id = (n: number) => `0190a8c4-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`
    const values = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`drafts.${id(n)}.version`, '0']))
    expect(roundCycles({ ...values, 'drafts.x.version': '0' })).toHaveLength(10)
    expect(roundCycles({ 'drafts.x.version': '0', [`drafts.${id(1)}.support`]: 'x' })).toEqual([])
  })

  it('count as changed by what they say, not by an empty box', () => {
    expect(isChanged({}, { support: '' })).toBe(false)
    expect(isChanged({ support: 'a' }, { support: 'a' })).toBe(false)
    expect(isChanged({ support: 'a' }, { support: '' })).toBe(true)
    expect(isChanged({ needs: ['a'] }, { needs: ['a', 'b'] })).toBe(true)
  })

  it('of somebody else stay where one’s own box is empty, once both are known', () => {
    expect(
      overTheirs({ support: 'Theirs', decision: 'continue' }, { support: 'Mine', decision: '' }),
    ).toEqual({
      support: 'Mine',
      decision: 'continue',
    })
  })

  it.each([
    ['3', { version: 3, knowsTheirs: false }],
    ['3+', { version: 3, knowsTheirs: true }],
    ['', { version: 0, knowsTheirs: false }],
    ['x', { version: 0, knowsTheirs: false }],
  ])('were opened at %j', (text, seen) => {
    expect(seenVersion(text)).toEqual(seen)
    expect(seenVersion(overtakenVersion(7))).toEqual({ version: 7, knowsTheirs: true })
  })

  it.each([
    [{}, 0],
    [{ 'ratings.o.rating': '0' }, 0],
    [{ 'ratings.o.rating': '0', 'ratings.o.evidence': 'Seen' }, 1],
    [{ parentViewsMissing: 'No answer', pupilViews: 'I like it' }, 2],
    [{ decision: 'continue', decisionReason: 'It works' }, 1],
  ])('%j has %i of 4 parts', (answers, done) => {
    expect(writtenParts(answers, ['o'])).toEqual({ done, of: 4 })
  })
})
