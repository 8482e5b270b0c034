import { describe, expect, it } from 'vitest'
import { areSameAnswers, isPageOf, oneMoreSave, pupilOfPage, SAVES_A_MINUTE, takeUpAgain } from './rules'

const draft = (began: Record<string, string | string[]>, typed: Record<string, string | string[]>) => ({
  began,
  typed,
})

describe('a draft taken up again', () => {
  it('gives back what was typed where nothing has changed since', () => {
    expect(takeUpAgain(draft({ why: '' }, { why: 'To read comics' }), { why: '' })).toEqual({
      answers: { why: 'To read comics' },
      apart: [],
    })
  })

  it('takes what somebody else saved in a field that was not touched, and says nothing of it', () => {
    const now = { why: 'She asked for it', target: '40' }
    expect(takeUpAgain(draft({ why: '', target: '40' }, { why: '', target: '50' }), now)).toEqual({
      answers: { why: 'She asked for it', target: '50' },
      apart: [],
    })
  })

  it('shows both texts of a field that two people changed, and keeps the writer’s in the box', () => {
    const now = { why: 'Saved by the teacher' }
    expect(takeUpAgain(draft({ why: 'Before' }, { why: 'Typed by the SENCO' }), now)).toEqual({
      answers: { why: 'Typed by the SENCO' },
      apart: [{ name: 'why', saved: 'Saved by the teacher', typed: 'Typed by the SENCO' }],
    })
  })

  it('finds nothing apart where both wrote the same, whatever the ends of the lines', () => {
    const now = { why: 'One\r\ntwo' }
    expect(takeUpAgain(draft({ why: '' }, { why: 'One\ntwo' }), now).apart).toEqual([])
  })

  it('counts ticks as the same in any order', () => {
    expect(areSameAnswers({ needs: ['SLCN', 'ASD'] }, { needs: ['ASD', 'SLCN'] })).toBe(true)
    expect(areSameAnswers({ needs: ['SLCN'] }, { needs: ['ASD'] })).toBe(false)
  })

  it('keeps an answer whose box the form no longer has, and says what was taken away', () => {
    expect(takeUpAgain(draft({ old: 'x' }, { old: 'typed' }), {})).toEqual({
      answers: { old: 'typed' },
      apart: [{ name: 'old', saved: '', typed: 'typed' }],
    })
  })

  it('gives everything back where it is not known how the form began', () => {
    expect(takeUpAgain(draft({}, { why: 'Typed' }), { why: 'Saved' })).toEqual({
      answers: { why: 'Typed' },
      apart: [],
    })
  })
})

describe('the page a draft belongs to', () => {
  const id = '01970000-0000-7000-8000-000000000001'
  it.each([
    [`/schools/oak/pupils/${id}/concerns/raise`, true],
    ['/schools/oak/people/add', true],
    ['/schools/elm/people/add', false],
    ['/schools/oakfield/people/add', false],
    ['/schools/oak/../elm/people', false],
    ['/schools/oak/pupils?name=Amira', false],
    ['/family/x', false],
    [`/schools/oak/${'a'.repeat(300)}`, false],
  ])('%s: %s', (page, expected) => expect(isPageOf(page, 'oak')).toBe(expected))

  it.each([
    [`/schools/oak/pupils/${id}/needs`, id],
    [`/schools/oak/pupils/${id}`, id],
    ['/schools/oak/pupils/add', null],
    [`/schools/oak/people/${id}`, null],
  ])('%s is about pupil %s', (page, expected) => expect(pupilOfPage(page)).toBe(expected))
})

describe('how often drafts are saved', () => {
  it('is limited in a minute, and free again when the minute is over', () => {
    let saves: number[] = []
    for (let n = 0; n < SAVES_A_MINUTE; n++) saves = oneMoreSave(saves, n) ?? []
    expect(saves).toHaveLength(SAVES_A_MINUTE)
    expect(oneMoreSave(saves, 59_999)).toBeNull()
    expect(oneMoreSave(saves, 60_000)).toHaveLength(SAVES_A_MINUTE)
  })
})
