import { ToneTag } from '@/components/look/state-tag'
import { longDate } from '@/lib/calendar/iso-date'
import { roleWords } from '@/lib/person/words'
import {
  type PersonCoverage,
  type PlanCoverage,
  READ_WITHIN,
  type ReadingWait,
} from '@/lib/read-receipt/rules'
import { coverageWords, readerWords } from '@/lib/read-receipt/words'

const BY_PUPIL = ['Pupil', 'Plan', 'Read', 'Who has not'] as const
const BY_PERSON = ['Name', 'Read', 'Still to read'] as const

function Heads({ heads }: { heads: readonly string[] }) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {heads.map((head) => (
          <th role="columnheader" scope="col" key={head}>
            {head}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Standing({ waits }: { waits: readonly ReadingWait[] }) {
  if (waits.some(({ isLate }) => isLate)) return <ToneTag tone="risk">Late</ToneTag>
  return waits.every(({ isRead }) => isRead) ? (
    <ToneTag tone="met">Read</ToneTag>
  ) : (
    <ToneTag tone="track">Asked</ToneTag>
  )
}

/** Each plan in force with who has not read it yet; cards on a phone (R10). */
export function CoverageByPupil({ plans, base }: { plans: readonly PlanCoverage[]; base: string }) {
  return (
    <section>
      <h2>By pupil</h2>
      <p className="soft small">
        Late is more than {READ_WITHIN} school days after somebody was asked; our measure, not the Code’s.
      </p>
      <table className="register" role="table">
        <caption className="govuk-visually-hidden">By pupil</caption>
        <Heads heads={BY_PUPIL} />
        <tbody role="rowgroup">
          {plans.map((plan) => (
            <tr role="row" key={plan.pupilId}>
              <th role="rowheader" scope="row">
                <a href={`${base}/pupils/${plan.pupilId}#read`}>{plan.pupilName}</a>
                <small>{plan.className}</small>
              </th>
              <td role="cell" data-l={BY_PUPIL[1]}>
                Version {plan.number}, {longDate(plan.publishedOn)}
              </td>
              <td role="cell" data-l={BY_PUPIL[2]}>
                <Standing waits={plan.readers.map(({ wait }) => wait)} /> {coverageWords(plan.readers)}
              </td>
              <td role="cell" className="full" data-l={BY_PUPIL[3]}>
                {plan.readers
                  .filter(({ wait }) => !wait.isRead)
                  .map((reader) => (
                    <div key={reader.membershipId}>
                      {reader.name}. <span className="soft small">{readerWords(reader)}</span>
                    </div>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Each member of staff with the plans they have still to read, who has most first. */
export function CoverageByPerson({ people, base }: { people: readonly PersonCoverage[]; base: string }) {
  return (
    <section>
      <h2>By person</h2>
      <table className="register" role="table">
        <caption className="govuk-visually-hidden">By person</caption>
        <Heads heads={BY_PERSON} />
        <tbody role="rowgroup">
          {people.map(({ membershipId, name, role, asked, read, owed }) => (
            <tr role="row" key={membershipId}>
              <th role="rowheader" scope="row">
                {name}
                <small>{roleWords(role)}</small>
              </th>
              <td role="cell" data-l={BY_PERSON[1]}>
                {owed.length === 0 ? (
                  <ToneTag tone="met">Read</ToneTag>
                ) : (
                  <Standing waits={owed.map(({ wait }) => wait)} />
                )}{' '}
                {read} of {asked} {asked === 1 ? 'plan' : 'plans'}
              </td>
              <td role="cell" className="full" data-l={BY_PERSON[2]}>
                {owed.map(({ plan, wait }) => (
                  <div key={plan.versionId}>
                    <a href={`${base}/pupils/${plan.pupilId}`}>{plan.pupilName}</a>.{' '}
                    <span className="soft small">{readerWords({ readOn: null, wait })}</span>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
