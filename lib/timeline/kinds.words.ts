import { sayCycle, sayPlan, sayReview, saySource } from './cycle.words'
import { sayAway, sayDoNotes, sayFile, sayJoiningIn, sayMeasured, sayObservation } from './do.words'
import type { Said } from './facts.words'
import { sayConcern, sayEarlyDiscussion, sayProgressCheck } from './first.words'
import type { TimelineKind, Told } from './kinds.rules'
import {
  sayMeeting,
  sayNeed,
  sayNotified,
  sayPeople,
  saySpecialist,
  sayStatus,
  sayWatch,
} from './people.words'

type Kind = {
  /** As it stands in the filter, and in "2 in Do notes". */
  name: string
  /** The acts of the trail that belong to it, by their first word. */
  acts: readonly string[]
  /** `base` is the address of the pupil. */
  say: (told: Told, base: string) => Said
}

/** Every kind there is. */
export const KINDS: Readonly<Record<TimelineKind, Kind>> = {
  concern: { name: 'Concerns', acts: ['concern', 'open-question'], say: sayConcern },
  'progress-check': { name: 'Progress checks', acts: ['class-check'], say: sayProgressCheck },
  'early-discussion': {
    name: 'First discussions',
    acts: ['early-discussion', 'advice'],
    say: sayEarlyDiscussion,
  },
  status: { name: 'SEN register', acts: ['sen-support', 'ehc-plan'], say: sayStatus },
  need: { name: 'Needs', acts: ['sen-needs'], say: sayNeed },
  notification: { name: 'Parents told', acts: ['parent-notification', 'support-end'], say: sayNotified },
  cycle: { name: 'Cycles', acts: ['cycle'], say: sayCycle },
  source: { name: 'Assess', acts: ['assessment'], say: saySource },
  plan: {
    name: 'Plan',
    acts: ['plan', 'plan-line', 'outcome', 'long-term-outcome', 'provision'],
    say: sayPlan,
  },
  'do-note': { name: 'Do notes', acts: ['do-note'], say: sayDoNotes },
  measurement: { name: 'Measurements', acts: ['measurement'], say: sayMeasured },
  observation: { name: 'Observations', acts: ['observation', 'oversight'], say: sayObservation },
  'joining-in': { name: 'Joining in', acts: ['participation'], say: sayJoiningIn },
  away: { name: 'Days away', acts: ['absence'], say: sayAway },
  review: { name: 'Reviews', acts: ['review'], say: sayReview },
  specialist: { name: 'Specialists', acts: ['specialist'], say: saySpecialist },
  watch: { name: 'After SEN support', acts: ['watch', 'step-down'], say: sayWatch },
  meeting: { name: 'Parent meetings', acts: ['parent-meeting'], say: sayMeeting },
  file: { name: 'Files', acts: ['attachment', 'file'], say: sayFile },
  people: { name: 'People', acts: ['pupil-staff'], say: sayPeople },
}

/** The kind an act of the trail belongs to; null for acts that change nothing a timeline tells of. */
export const kindOfAct = (action: string): TimelineKind | null => {
  const [noun = ''] = action.split('.')
  const found = Object.entries(KINDS).find(([, { acts }]) => acts.includes(noun))
  return found ? (found[0] as TimelineKind) : null
}
