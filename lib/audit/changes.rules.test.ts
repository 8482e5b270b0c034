import { expect, it } from 'vitest'
import { changedFields } from './changes.rules'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

it.each([
  [
    'nothing',
    { place: 'Library', heldOn: day('2026-11-20') },
    { place: 'Library', heldOn: day('2026-11-20') },
    [],
  ],
  ['a text', { place: 'Library' }, { place: 'Room 4' }, ['place']],
  ['a day', { heldOn: day('2026-11-20') }, { heldOn: day('2026-11-21') }, ['heldOn']],
  ['what was not there', {}, { place: 'Room 4', minutes: null }, ['place']],
  ['what is taken away', { place: 'Room 4' }, { place: null }, ['place']],
  ['only what is asked', { place: 'Room 4', version: 1 }, { place: 'Room 4' }, []],
])('names %s', (_what, before, after, fields) => {
  expect(changedFields(before, after)).toEqual(fields)
})
