import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { actWords, isKnownAct } from './words'

// Acts about the school or its people, which stand in no pupil's history.
const NOT_ABOUT_A_PUPIL =
  /^(catalogue|training|person|password-link|register|school|calendar|settings|import|register-import|session)\./

const lib = path.join(import.meta.dirname, '..')
const written = globSync('**/*commands.ts', { cwd: lib })
  .flatMap((file) => [
    ...readFileSync(path.join(lib, file), 'utf8').matchAll(/action: '([a-z-]+\.[a-z-]+)'/g),
  ])
  .flatMap(([, action]) => (action ? [action] : []))

describe('the words of the trail', () => {
  it('know every act that a command writes about a pupil', () => {
    expect(written.length).toBeGreaterThan(20)
    expect(written.filter((action) => !isKnownAct(action) && !NOT_ABOUT_A_PUPIL.test(action))).toEqual([])
  })

  it('name the page that was opened and the fields that were changed, never what they held', () => {
    expect(actWords('pupil.opened', { page: 'pupil' })).toBe('opened the pupil’s page')
    expect(actWords('pupil.opened', { page: 'parent-meetings/record' })).toBe('opened a parent meeting')
    expect(actWords('pupil.opened', { page: 'somewhere-new' })).toBe('opened the record')
    expect(actWords('pupil.opened', {})).toBe('opened the record')
    expect(actWords('pupil.changed', { fields: ['preferredName', 'dateOfBirth', 'onRollUntil'] })).toBe(
      'changed the pupil’s details: preferred name, date of birth, on roll',
    )
    expect(actWords('pupil.changed', { fields: [] })).toBe('changed the pupil’s details')
  })

  it('spell out an act they do not know yet', () => {
    expect(actWords('ehc-review.put-off', {})).toBe('ehc review put off')
  })
})
