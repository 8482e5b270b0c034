import { describe, expect, it } from 'vitest'
import { sentFromHere } from './sent-from-here'

describe('sentFromHere', () => {
  const OURS = 'https://sen.example.org'
  it.each([
    ['a form of ours', { 'sec-fetch-site': 'same-origin', origin: OURS }, true],
    ['a form of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
    ['a form of a neighbour', { 'sec-fetch-site': 'same-site', origin: 'https://other.example.org' }, false],
    ['an address typed in', { 'sec-fetch-site': 'none' }, false],
    ['an older browser, here', { origin: OURS }, true],
    [
      'an older browser, here under another name',
      { origin: 'http://localhost:3001', host: 'localhost:3001' },
      true,
    ],
    ['an older browser, elsewhere', { origin: 'https://evil.example', host: 'sen.example.org' }, false],
    ['a browser that hides it', { origin: 'null', host: 'sen.example.org' }, false],
    ['nobody who says', {}, false],
  ])('%s', (_, headers, expected) => expect(sentFromHere(new Headers(headers), OURS)).toBe(expected))
})
