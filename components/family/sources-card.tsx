import { AttachmentList } from '@/components/attachment/attachment-list'
import { Card } from '@/components/look/card'
import type { SharedSource } from '@/lib/assessment/rules'
import { sourceWords } from '@/lib/assessment/words'
import { longDate } from '@/lib/calendar/iso-date'

/** What the school found out and shared with the family, with its reports and photos; not there where there is nothing. */
export function SourcesCard({ sources, base }: { sources: readonly SharedSource[]; base: string }) {
  if (sources.length === 0) return null
  return (
    <Card heading="What we have found out">
      {sources.map(({ id, kind, saidBy, saidOn, words, files }) => (
        <section key={id} aria-label={`${saidBy}, ${longDate(saidOn)}`}>
          <h3>{sourceWords[kind]}</h3>
          <p className="pre">{words}</p>
          <p className="small soft">
            {saidBy}, {longDate(saidOn)}
          </p>
          <AttachmentList files={files} base={base} />
        </section>
      ))}
    </Card>
  )
}
