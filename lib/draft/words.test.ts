import { expect, it } from 'vitest'
import { savedWords, typedWhen } from './words'

it('says the time on the school’s clock, in winter and in summer', () => {
  expect(savedWords(new Date('2026-11-03T10:42:00Z'))).toBe('Saved at 10:42am, not sent yet')
  expect(typedWhen(new Date('2026-11-03T10:42:00Z'))).toBe('on 3 November at 10:42am')
  expect(typedWhen(new Date('2026-06-03T13:05:00Z'))).toBe('on 3 June at 2:05pm')
})
