import { describe, expect, it } from 'vitest'
import { MOST_BYTES } from './rules'
import { draftToKeep } from './schema'

const sent = { page: '/schools/oak/people/add', form: 'words', typed: { words: 'Reads alone' } }

describe('a draft as a page sends it', () => {
  it('is taken as typed', () => expect(draftToKeep.parse(sent)).toEqual(sent))

  it('never holds a password', () =>
    expect(draftToKeep.parse({ ...sent, typed: { words: 'x', newPassword: 'kettles' } }).typed).toEqual({
      words: 'x',
    }))

  it('loses the characters that cannot be stored, and nothing else', () =>
    expect(draftToKeep.parse({ ...sent, typed: { words: 'be\0fore \ud83d 📚' } }).typed).toEqual({
      words: 'before  📚',
    }))

  it.each([
    ['too long a text', { words: 'x'.repeat(MOST_BYTES) }],
    ['a name that is no field', { '<script>': 'x' }],
    ['a number', { words: 1 }],
    ['a name deeper than any field', { 'a.b.c.d.e.f': 'x' }],
  ])('%s is refused', (_, typed) => expect(draftToKeep.safeParse({ ...sent, typed }).success).toBe(false))
})
