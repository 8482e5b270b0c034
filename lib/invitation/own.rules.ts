import type { IsoDate } from '@/lib/calendar/iso-date'
import type { Answer } from './rules'

/** A parent's own invitation, as the family's page shows it. */
export type OwnInvitation = {
  readonly meetingId: string
  readonly answer: Answer | null
  readonly people: readonly { readonly name: string; readonly role: string }[]
  readonly noteTaker: string | null
  readonly joinBy: string | null
  readonly papers: string | null
  readonly papersSentOn: IsoDate | null
  readonly interpreter: string | null
  readonly accessNeeds: string | null
}
