import { expect, it } from 'vitest'
import { z } from 'zod'
import { fieldsOf } from './draft-name'

const both = z.object({ words: z.string(), raisedOn: z.string() })

it.each([
  ['an object', both, ['words', 'raisedOn']],
  ['one with checks across fields', both.refine(() => true), ['words', 'raisedOn']],
  ['one that is turned into something else', both.transform(({ words }) => words), ['words', 'raisedOn']],
  [
    'one of several',
    z.union([both, z.object({ words: z.string(), why: z.string() })]),
    ['words', 'raisedOn', 'why'],
  ],
  ['one button', z.object({}), []],
  ['anything', z.unknown(), []],
])('knows the fields of %s', (_, schema, fields) => expect(fieldsOf(schema)).toEqual(fields))
