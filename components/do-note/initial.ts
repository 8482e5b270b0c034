import { inBoxes } from '@/components/cycle/initial'
import type { IsoDate } from '@/lib/calendar/iso-date'
import { EVERY_LESSON } from '@/lib/do-note/schema'
import type { FormValues } from '@/lib/platform/form-state'

type Provision = { id: string; what: string; minutes: number | null }
type Option = { value: string; label: string; hint?: string }

/** What a note can be about: each provision, and what goes on in every lesson. */
export const aboutOptions = (provisions: readonly Provision[]): Option[] => [
  ...provisions.map(({ id, what, minutes }) => ({
    value: id,
    label: what,
    ...(minutes === null ? {} : { hint: `Planned: ${minutes} minutes` }),
  })),
  { value: EVERY_LESSON, label: 'In every lesson', hint: 'A strategy, or something you saw' },
]

/** What the form begins with, so that the ordinary note takes two taps: today, staff only, the one provision there is. */
export const doNoteValues = (provisions: readonly Provision[], today: IsoDate): FormValues => ({
  ...inBoxes('happenedOn', today),
  audience: 'staff',
  about: provisions.length === 1 ? (provisions[0]?.id ?? '') : '',
})
