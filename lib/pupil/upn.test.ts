import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseUpn, upnProblem } from './upn'

const LETTERS = Array.from('ABCDEFGHJKLMNPQRTUVWXYZ')

describe('upnProblem', () => {
  it.each([
    'B801200005001',
    'P207000016049',
    'W999000126001',
    'V99900012601A',
    'F99900012601Z',
    'E303201226001',
    ' w999000126001 ',
    'W999 0001 26001',
  ])('finds nothing wrong with "%s"', (upn) => {
    expect(upnProblem(upn)).toBeNull()
  })
  it.each([
    ['A801200005001', 'UPN begins with A, but its check letter should be B: check every character'],
    ['Q207000016049', 'UPN begins with Q, but its check letter should be P: check every character'],
    ['W999000126002', 'UPN begins with W, but its check letter should be K: check every character'],
    ['W99900012601A', 'UPN begins with W, but its check letter should be V: check every character'],
    ['I801200005001', 'UPN must begin with a capital letter other than I, O or S'],
    ['O801200005001', 'UPN must begin with a capital letter other than I, O or S'],
    ['S801200005001', 'UPN must begin with a capital letter other than I, O or S'],
    ['0801200005001', 'UPN must begin with a capital letter other than I, O or S'],
    ['W9990001260O1', 'UPN must have 11 digits after its first letter'],
    ['W99900012A001', 'UPN must have 11 digits after its first letter'],
    ['V99900012601I', 'UPN must end in a digit, or in a letter other than I, O or S'],
    ['V99900012601?', 'UPN must end in a digit, or in a letter other than I, O or S'],
    ['B80120000500', 'UPN must have 13 characters; this one has 12'],
    ['B8012000050011', 'UPN must have 13 characters; this one has 14'],
    ['', 'UPN must have 13 characters; this one has 0'],
    ['W９９９000126001', 'UPN must have 11 digits after its first letter'],
  ])('says of "%s": %s', (upn, problem) => {
    expect(upnProblem(upn)).toBe(problem)
  })

  const digits = fc.stringMatching(/^\d{12}$/)
  it('accepts exactly one check letter for any twelve digits', () => {
    fc.assert(
      fc.property(digits, (body) => {
        const right = LETTERS.filter((letter) => upnProblem(letter + body) === null)
        expect(right).toHaveLength(1)
        expect(upnProblem((right[0] === 'A' ? 'B' : 'A') + body)).toContain(`should be ${right[0]}:`)
      }),
    )
  })
  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(digits, fc.nat(11), fc.integer({ min: 1, max: 9 }), (body, place, shift) => {
        const letter = LETTERS.find((one) => upnProblem(one + body) === null) ?? ''
        const wrong = String((Number(body[place]) + shift) % 10)
        expect(upnProblem(letter + body.slice(0, place) + wrong + body.slice(place + 1))).toContain(
          'check letter',
        )
      }),
    )
  })
})

describe('normaliseUpn', () => {
  it('makes one form of what people type', () => {
    expect(normaliseUpn(' w999 000 126 001\u00a0')).toBe('W999000126001')
  })
})
