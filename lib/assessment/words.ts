import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { SourceKind, ViewsHow } from './rules'

/** The eight things the Code asks an assessment to draw on, in plain words (6.45). */
export const sourceWords: Record<SourceKind, string> = {
  teacher: 'The teacher’s assessment and experience of the pupil',
  progress: 'Previous progress and attainment',
  'school-data': 'The school’s own data: progress, attainment, behaviour',
  'other-subjects': 'Other teachers and support staff',
  comparison: 'How the pupil compares with others of the same age',
  parent: 'What the parents say and know',
  pupil: 'What the pupil says',
  specialist: 'Advice from specialists outside the school',
}

/** What may go under each, as a hint. */
export const sourceHints: Record<SourceKind, string> = {
  teacher: 'What you see in lessons, and what you have assessed',
  progress: 'Earlier results, reading ages, what helped before',
  'school-data': 'Tests, tracking, attendance, behaviour records',
  'other-subjects': 'For example what the teaching assistant sees and suggests',
  comparison: 'Beside classmates, or beside national figures',
  parent: 'In their own words, with their concerns and what works at home',
  pupil: 'In their own words, with who heard them',
  specialist: 'For example a speech and language therapist’s report, with its date',
}

/** How a pupil's views came to be known, as it is chosen. */
export const viewsHowWords: Record<ViewsHow, string> = {
  talked: 'In a talk',
  wrote: 'They wrote it down',
  drew: 'With pictures or drawing',
  symbols: 'With signs or symbols',
  supporter: 'Through somebody who knows them well',
  observed: 'Not able to say: observed instead',
  declined: 'Asked, and did not want to say',
}

/** Who may read a source. */
export const audienceWords = {
  staff: 'Staff who work with the pupil',
  parents: 'Those staff, and the pupil’s parents at once',
} as const

/** Whose words these are, or how they were had, and when; null where neither is written. */
export const saidLine = (who: string | null, on: IsoDate | null): string | null =>
  [who, on && longDate(on)].filter(Boolean).join(', ') || null

/** "2 files": how many photos and files hang on a source. */
export const filesWords = (files: number): string =>
  files === 0 ? 'No files' : files === 1 ? '1 file' : `${files} files`
