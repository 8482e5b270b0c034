import { z } from 'zod'
import { optionalText } from '@/lib/platform/text.schema'
import { POINT_OUTCOMES } from './answer.rules'

const WORDS = 1000
const NAME = 200

const answer = z
  .object({
    outcome: z.enum(['', ...POINT_OUTCOMES], 'Select what became of it').default(''),
    words: optionalText('the answer', WORDS),
    to: optionalText('the name', NAME),
  })
  .transform(({ outcome, words, to }, ctx) => {
    const lacks = (path: 'words' | 'to', message: string) =>
      ctx.issues.push({ code: 'custom', input: '', path: [path], message })
    if (outcome === '') {
      if (words !== null || to !== null)
        ctx.issues.push({
          code: 'custom',
          input: '',
          path: ['outcome'],
          message: 'Select what became of it',
        })
      return null
    }
    if (outcome === 'answered' && words === null) lacks('words', 'Enter the answer')
    if (outcome === 'carried' && to === null) lacks('to', 'Enter who will come back to the parent')
    return { outcome, words, carriedTo: outcome === 'carried' ? to : null }
  })

/** What became of each thing the parents brought, by its id; those left out stay as they are (P86). */
export const pointAnswers = z
  .record(z.uuid(), answer)
  .default({})
  .transform((given) =>
    Object.entries(given).flatMap(([pointId, said]) => (said ? [{ pointId, ...said }] : [])),
  )

export type PointAnswersGiven = z.output<typeof pointAnswers>

/** How long an answer and a name may be; the hints say it. */
export const ANSWER_LIMITS = { words: WORDS, name: NAME } as const
