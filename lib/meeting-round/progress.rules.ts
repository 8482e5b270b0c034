import type { Answer } from '@/lib/invitation/rules'
import type { Waiting } from '@/lib/parent-meeting/list.rules'

/** How far one meeting of a published round is, the earliest first. */
export const STAGES = [
  'to-choose',
  'not-arranged',
  'not-answered',
  'other-time',
  'declined',
  'coming',
  'held-or-not',
  'not-held',
  'no-record',
  'no-copy',
  'done',
] as const

export type Stage = (typeof STAGES)[number]

export type MeetingSoFar = {
  readonly status: string
  readonly waitsFor: Waiting | null
  readonly answers: readonly (Answer | null)[]
}

// A record is one only when it is signed off; staff and the MIS are the school's own, not the family's.
const WAITING: Record<Waiting, Stage> = {
  'held-or-not': 'held-or-not',
  record: 'no-record',
  sign: 'no-record',
  copy: 'no-copy',
  'staff-or-mis': 'done',
}

/** How far a meeting is: asked, answered, held or not, its record written and given (6.65, 6.71). */
export function stageOf(meeting: MeetingSoFar | null, isToChoose: boolean): Stage {
  if (meeting === null) return isToChoose ? 'to-choose' : 'not-arranged'
  const { status, waitsFor, answers } = meeting
  if (waitsFor !== null) return WAITING[waitsFor]
  if (status === 'held') return 'done'
  if (status !== 'booked') return 'not-held'
  if (answers.includes('another-time')) return 'other-time'
  if (answers.includes('yes')) return 'coming'
  return answers.length > 0 && answers.every((answer) => answer === 'no') ? 'declined' : 'not-answered'
}

export type Figures = {
  readonly invited: number
  readonly answered: number
  readonly held: number
  readonly notHeld: number
  readonly notAnswered: number
  readonly given: number
}

const ANSWERED: readonly Stage[] = [
  'other-time',
  'declined',
  'coming',
  'held-or-not',
  'not-held',
  'no-record',
  'no-copy',
  'done',
]

/** The figures at the top of a published round. */
export function figuresOf(stages: readonly Stage[]): Figures {
  const count = (...some: Stage[]) => stages.filter((stage) => some.includes(stage)).length
  return {
    invited: stages.length - count('to-choose', 'not-arranged'),
    answered: count('other-time', 'declined', 'coming'),
    held: count('no-record', 'no-copy', 'done'),
    notHeld: count('not-held', 'held-or-not'),
    notAnswered: stages.filter((stage) => !ANSWERED.includes(stage)).length - count('not-arranged'),
    given: count('done'),
  }
}
