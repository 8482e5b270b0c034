import { ActForm } from '@/components/cycle/act-form'
import { Card } from '@/components/look/card'
import type { DaysAway } from '@/lib/absence/rules'
import { awayWords } from '@/lib/absence/words'
import type { FormAction, FormState } from '@/lib/platform/form-state'
import { StaffAwayForm } from './staff-away-form'

type Away = DaysAway & { readonly id: string; readonly version: number }

type Props = {
  absences: readonly Away[]
  formKey: string
  record: FormAction
  takeBack: (absence: Away) => () => Promise<FormState>
}

/** When somebody of the staff is away: plans wait to be read until they are back (R10). */
export function StaffAwayCard({ absences, formKey, record, takeBack }: Props) {
  return (
    <Card heading="Away from school">
      <p>
        The school days in which a plan is to be read do not count while they are away. Why is nobody’s
        business here, so it is not asked.
      </p>
      {absences.length > 0 && (
        <ul className="lines">
          {absences.map((absence) => (
            <li key={absence.id}>
              <p>{awayWords(absence)}</p>
              <ActForm
                action={takeBack(absence)}
                button={
                  <>
                    Take back<span className="govuk-visually-hidden">: {awayWords(absence)}</span>
                  </>
                }
                secondary
              />
            </li>
          ))}
        </ul>
      )}
      <StaffAwayForm action={record} initial={{ formKey }} />
    </Card>
  )
}
