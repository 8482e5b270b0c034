import { dayAndMonth, type IsoDate, longDate } from '@/lib/calendar/iso-date'
import type { Copy } from '@/lib/parent-meeting/line.rules'
import { copyMethodWords } from '@/lib/parent-meeting/record.words'
import { ToneTag } from '@/components/look/state-tag'

type Props = { copies: readonly Copy[]; due: IsoDate | null; today: IsoDate; href: string | null }

/** Who has had their copy of the record, how and when, and who has not (6.71, R19). */
export function Copies({ copies, due, today, href }: Props) {
  const isWaiting = copies.some(({ method }) => method === null)
  return (
    <section className="card">
      <h2>Copy of this record</h2>
      <p className="govuk-hint">
        Each parent has their own copy (6.71){due && `, within 10 school days: by ${longDate(due)}`}.
      </p>
      {copies.length === 0 && <p>There is no parent who may have one.</p>}
      <dl className="govuk-summary-list">
        {copies.map(({ contactId, name, method, on }) => (
          <div key={contactId}>
            <dt>{name}</dt>
            <dd>
              {method === null ? (
                <ToneTag tone={due && today > due ? 'risk' : 'none'}>Not yet given</ToneTag>
              ) : (
                <>
                  <ToneTag tone={method === 'declined' ? 'none' : 'met'}>
                    {method === 'declined' ? 'Not wanted' : 'Given'}
                  </ToneTag>{' '}
                  {copyMethodWords[method]}
                  {on && `, ${dayAndMonth(on)}`}
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {isWaiting && href && (
        <p>
          <a href={href}>Record a copy given</a>
        </p>
      )}
    </section>
  )
}
