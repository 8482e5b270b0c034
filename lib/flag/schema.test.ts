import { expect, it } from 'vitest'
import { kindShown } from './schema'

it.each([
  ['concern', 'concern'],
  ['anything else', null],
  ['', null],
  [undefined, null],
  [['concern', 'copy'], null],
])('the address %s shows all of %s', (show, kind) => {
  expect(kindShown(show)).toBe(kind)
})
