import { expect, it } from 'vitest'
import { asSentence } from './sentence.words'

it.each([
  ['Pictures helped', 'Pictures helped.'],
  ['Pictures helped. ', 'Pictures helped.'],
  ['Did it help?', 'Did it help?'],
  ['She said “no.”', 'She said “no.”'],
  ['He asked for “more”', 'He asked for “more”.'],
  ['', ''],
])('%j ends as %j', (typed, sentence) => {
  expect(asSentence(typed)).toBe(sentence)
})
