import type { IsoDate } from '@/lib/calendar/iso-date'
import { SOURCE_KINDS, type SourceKind } from './rules'

/** A request to a colleague to say what they know of a pupil (6.45). */
export type RequestLine = {
  readonly id: string
  readonly kind: SourceKind
  readonly askedOfId: string
  readonly askedOf: string
  readonly askedBy: string
  readonly askedOn: IsoDate
  readonly words: string | null
  readonly isMet: boolean
}

/** Of the eight sources of 6.45, how many have something under them, and which have not (6.45). */
export const sourcesSoFar = (kinds: readonly SourceKind[]): { have: number; lack: SourceKind[] } => {
  const lack = SOURCE_KINDS.filter((kind) => !kinds.includes(kind))
  return { have: SOURCE_KINDS.length - lack.length, lack }
}

type Colleague = { readonly membershipId: string; readonly name: string }

/** The colleagues who work with the pupil and have not yet said what they know, nor been asked (6.45). */
export const notYetHeard = <Member extends Colleague>(
  staff: readonly Member[],
  {
    wrote,
    requests,
  }: { wrote: readonly string[]; requests: readonly Pick<RequestLine, 'askedOfId' | 'isMet'>[] },
): { silent: Member[]; asked: Member[] } => {
  const quiet = staff.filter(({ membershipId }) => !wrote.includes(membershipId))
  const isAsked = ({ membershipId }: Colleague) =>
    requests.some(({ askedOfId, isMet }) => askedOfId === membershipId && !isMet)
  return { silent: quiet.filter((one) => !isAsked(one)), asked: quiet.filter(isAsked) }
}

/** A request on the Today page of whoever was asked. */
export type RequestToMeet = {
  pupilId: string
  cycleId: string
  kind: SourceKind
  askedBy: string
  askedOn: IsoDate
  words: string | null
  pupilName: string
  className: string | null
}

/** An open cycle whose assessment is without the parents' or the pupil's views (R06). */
export type ViewsLine = {
  pupilId: string
  cycleId: string
  isAssessing: boolean
  startedOn: IsoDate
  lacks: ('parentViews' | 'pupilViews')[]
  pupilName: string
  className: string | null
}
