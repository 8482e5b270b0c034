import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyPupil, anyPupilAnywhere } from './arbitrary.fixture'
import { referenceStanding } from './reference.fixture'
import { parentMeetingStanding } from './rules'

describe('6.65, beside the rule written a second time from its text', () => {
  it.each([
    ['in the year of the worked examples', anyPupil],
    ['in any calendar', anyPupilAnywhere],
  ])('says the same %s, in five thousand cases', (_where, pupils) => {
    fc.assert(
      fc.property(pupils, (pupil) => {
        expect(parentMeetingStanding(pupil)).toEqual(referenceStanding(pupil))
      }),
      { numRuns: 5000 },
    )
  })
})
