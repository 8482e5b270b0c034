import { expect, it } from 'vitest'
import { needsOtherLetters } from './copy-letters.rules'

it.each([
  ['Amira Khan reads “40 words” – really', false],
  ['Łukasz Wójcik, Zoë Núñez, Françoise', false],
  ['Şükrü Öztürk, İbrahim Yıldız', false],
  ['Ștefan Țurcanu', false],
  ['Nguyễn Thị Hạnh', true],
  ['Олена Шевченко', true],
  ['Ελένη Παπαδοπούλου', true],
  ['محمد خان', true],
  ['فاطمہ', true],
])('%s: %s', (text, needs) => {
  expect(needsOtherLetters(text)).toBe(needs)
})
