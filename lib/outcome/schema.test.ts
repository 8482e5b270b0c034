import { expect, it } from 'vitest'
import { problemsOf } from '@/lib/platform/form-state'
import { outcomeForm } from './schema'

const messagesOf = (given: unknown) => {
  const parsed = outcomeForm.safeParse(given)
  return parsed.success ? [] : problemsOf(parsed.error)
}

it('takes a draft with nothing but what the pupil will do', () => {
  expect(outcomeForm.parse({ willDo: ' Read 40 words ' })).toEqual({
    willDo: 'Read 40 words',
    ...{ wish: null, broadAreas: [], longTermOutcomeId: null },
    ...{ measure: null, baseline: null, baselineOn: null, target: null, unit: null, byOn: null },
    ...{ why: null, expectedImpact: null, needs: [] },
  })
})

it.each([
  [{ willDo: '' }, 'willDo', 'Enter what the pupil will do'],
  [{ willDo: 'a'.repeat(501) }, 'willDo', 'What the pupil will do must be 500 characters or less'],
  [{ measure: 'a'.repeat(201) }, 'measure', 'How it will be measured must be 200 characters or less'],
  [{ baseline: 'a'.repeat(201) }, 'baseline', 'Where the pupil is now must be 200 characters or less'],
  [
    { baselineOn: { day: '31', month: '2', year: '2027' } },
    'baselineOn',
    'The day of the baseline must be a real date',
  ],
  [{ target: 'a'.repeat(201) }, 'target', 'What the pupil is aiming for must be 200 characters or less'],
  [
    { byOn: { day: '1', month: '', year: '' } },
    'byOn',
    'The date it should be reached by must include a month and year',
  ],
  [{ why: 'a'.repeat(501) }, 'why', 'Why it matters must be 500 characters or less'],
  [
    { expectedImpact: 'a'.repeat(501) },
    'expectedImpact',
    'The impact that is expected must be 500 characters or less',
  ],
  [{ needs: 'SLCN' }, 'needs', 'Select needs from the list'],
])('%#: says what to do about %j', (over, field, message) => {
  expect(messagesOf({ willDo: 'Read 40 words', ...over })).toEqual([{ field, message }])
})

it('refuses a need that is no code', () => {
  expect(messagesOf({ willDo: 'Read', needs: ['<script>'] })).toEqual([
    { field: 'needs.0', message: 'Select needs from the list' },
  ])
})
