import { Card, Facts } from '@/components/look/card'
import type { ColumnLine } from '@/lib/register-import/preview.rules'
import type { ImportSummary } from '@/lib/register-import/schema'
import { count } from '@/lib/register-import/words'
import { DiscardForm } from './confirm-forms'
import type { Acts, Options } from './dry-run'
import { MappingForm } from './mapping-form'

type UnreadableProps = {
  sentence: string
  columns: readonly ColumnLine[]
  acts: Pick<Acts, 'map' | 'discard'>
  concepts: Options
  version: number
}

/** A file whose headings say too little: somebody who knows it can say what its columns are. */
export function Unreadable({ sentence, columns, acts, concepts, version }: UnreadableProps) {
  return (
    <>
      <Card heading="Which column is what?" now>
        <p>{sentence}</p>
        <p>
          If it is a register, say what its columns are: the UPN, or the names and the date of birth, are
          needed. It is remembered for files with these headings.
        </p>
        <MappingForm key={version} action={acts.map} columns={columns} options={concepts} />
      </Card>
      <DiscardForm key={version} action={acts.discard} />
    </>
  )
}

/** What was done, and where to go on. */
export function Imported({ summary, register }: { summary: ImportSummary | null; register: string }) {
  return (
    <Card label="What was done" className="counted">
      {summary && (
        <>
          <Facts
            facts={[
              { term: 'Rows in the file', is: summary.rows },
              { term: 'New pupils', is: summary.new },
              { term: 'Pupils changed', is: summary.changed },
              { term: 'Unchanged', is: summary.unchanged },
              { term: 'Rows left out', is: summary.leftOut },
            ]}
          />
          {summary.leftOut > 0 && (
            <p>
              {count(summary.leftOut, 'row')} stayed out. Mend what was wrong and import the mended rows in a
              file of their own: what is in the register already does not change.
            </p>
          )}
        </>
      )}
      <p>The file itself is not kept.</p>
      <p>
        <a className="govuk-button" href={register}>
          Open the register
        </a>
      </p>
    </Card>
  )
}
