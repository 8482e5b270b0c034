import { Card } from '@/components/look/card'
import { ToneWord } from '@/components/look/state-tag'
import { type IsoDate, longDate } from '@/lib/calendar/iso-date'
import { notToldOfResponsible, type ResponsibleChange } from '@/lib/plan/told.rules'
import { responsibleToldWords } from '@/lib/plan/told.words'

type Props = {
  responsible: ResponsibleChange | null
  base: string
  /** Whoever writes the plan tells the parents. */
  mayWriteOutcomes: boolean
  today: IsoDate
}

/** Who answers for the support since it changed, which parents know, and who has not been told yet (P31). */
export function ResponsibleToldCard({ responsible: change, base, mayWriteOutcomes, today }: Props) {
  if (!change) return null
  const toTell = notToldOfResponsible(change, today)
  const nameOf = (id: string | null) =>
    change.contacts.find(({ contactId }) => contactId === id)?.name ?? change.pupil.name
  return (
    <Card heading="Who is responsible has changed" id="responsible-told">
      <p>
        {change.responsible ?? 'Nobody named'} since {longDate(change.from)}.
      </p>
      <ul className="lines">
        {change.notices.map(({ contactId, method, toldOn }) => (
          <li key={contactId ?? 'young-person'}>
            <b>{nameOf(contactId)}</b>:{' '}
            <ToneWord tone="met">
              told {responsibleToldWords[method].toLowerCase()} on {longDate(toldOn)}
            </ToneWord>
          </li>
        ))}
        {change.contacts
          .filter(
            ({ hasLooked, contactId }) =>
              hasLooked && !change.notices.some((told) => told.contactId === contactId),
          )
          .map(({ contactId, name }) => (
            <li key={contactId}>
              <b>{name}</b>: <ToneWord tone="met">has opened their page since, which says so</ToneWord>
            </li>
          ))}
        {toTell.map(({ contactId, name }) => (
          <li key={contactId ?? 'young-person'}>
            <b>{name}</b>: <ToneWord tone="miss">Not told</ToneWord>
          </li>
        ))}
      </ul>
      {toTell.length > 0 && mayWriteOutcomes && (
        <p className="last">
          <a className="govuk-button govuk-button--secondary" href={`${base}/plan/told`}>
            Record who was told
          </a>
        </p>
      )}
    </Card>
  )
}
