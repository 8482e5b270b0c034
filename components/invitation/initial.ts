import { boxesOf } from '@/components/pupil/boxes'
import type { IsoDate } from '@/lib/calendar/iso-date'
import type { InvitedLine } from '@/lib/invitation/line.rules'
import type { FormValues } from '@/lib/platform/form-state'

type Arrangement = {
  pupilInvited: boolean
  others: readonly string[]
  noteTaker: string | null
  joinBy: string | null
  papers: string | null
  papersSentOn: IsoDate | null
  interpreter: string | null
  accessNeeds: string | null
}

type Page = {
  parents: readonly InvitedLine[]
  staffInvited: readonly string[]
  arrangement: Arrangement | null
  formKey: string
}

/** What an invitation says, in the boxes of its form; whoever has not been asked yet is asked in the easiest way there is. */
export function inviteValues({ parents, staffInvited, arrangement, formKey }: Page): FormValues {
  const by = parents.map(({ contactId, hasEmail, isInvited }) => ({
    [`by.${contactId}`]: isInvited ? '' : hasEmail ? 'email' : 'letter',
  }))
  return Object.assign(
    {
      formKey,
      staff: [...staffInvited],
      pupilInvited: arrangement?.pupilInvited ? 'yes' : '',
      others: arrangement?.others.join('\n') ?? '',
      noteTaker: arrangement?.noteTaker ?? '',
      joinBy: arrangement?.joinBy ?? '',
      papers: arrangement?.papers ?? '',
      ...boxesOf('papersSentOn', arrangement?.papersSentOn ?? null),
      interpreter: arrangement?.interpreter ?? '',
      accessNeeds: arrangement?.accessNeeds ?? '',
    },
    ...by,
  ) as FormValues
}
