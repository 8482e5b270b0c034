import { Card, Facts } from '@/components/look/card'
import { Details } from '@/components/look/details'
import { ToneWord } from '@/components/look/state-tag'
import type { FormAction } from '@/lib/platform/form-state'
import type { Preview } from '@/lib/register-import/preview.rules'
import { count } from '@/lib/register-import/words'
import { AnswersForm } from './answers-form'
import { ConfirmForm, DiscardForm } from './confirm-forms'
import { MappingForm } from './mapping-form'
import { ChangedPupils, IgnoredRows, NewPupils, ProblemRows } from './preview-lists'

export type Acts = Record<'confirm' | 'discard' | 'answer' | 'map', FormAction>
export type Options = readonly { value: string; label: string }[]

type Props = {
  preview: Preview
  acts: Acts
  concepts: Options
  /** Where a pupil’s page lies, and where the rows to mend are. */
  pupils: string
  mend: string
  /** A form is made anew when the file is read anew. */
  version: number
}

/** What an import would do, and everything that can be done about it before it is confirmed. */
export function DryRun({ preview, acts, concepts, pupils, mend, version }: Props) {
  const { counts, problems, asks, changed, ignored, columns } = preview
  const writes = counts.new + counts.changed
  const unused = columns.filter(({ isUsed }) => !isUsed)
  return (
    <>
      <Card label="What it would do" className="counted" now>
        <Facts
          facts={[
            { term: 'Rows in the file', is: preview.rows },
            { term: 'New pupils', is: counts.new },
            { term: 'Pupils who change', is: counts.changed },
            { term: 'Unchanged', is: counts.unchanged },
            {
              term: 'Rows left out',
              is: counts.leftOut === 0 ? 0 : <ToneWord tone="risk">{counts.leftOut}</ToneWord>,
            },
          ]}
        />
        {counts.leftOut > 0 && (
          <p>
            {count(counts.leftOut, 'row')} would stay out. <a href={mend}>Download the rows to mend</a> first:
            the file is not kept after the import.
          </p>
        )}
        {writes > 0 ? (
          <ConfirmForm key={version} action={acts.confirm} pupils={writes} />
        ) : (
          <p>
            {counts.unchanged > 0 && counts.leftOut === 0
              ? 'The register is as it is in the file already. There is nothing to import.'
              : 'There is nothing to import yet.'}
          </p>
        )}
      </Card>
      {asks.all > 0 && (
        <Card heading="Who is this?">
          <p>
            These rows have the name and date of birth of a pupil here, but not the UPN. They stay out until
            you say who they are about.
          </p>
          <AnswersForm key={version} action={acts.answer} asks={asks.first} />
        </Card>
      )}
      {problems.all > 0 && (
        <Card heading={count(problems.all, 'problem')}>
          <ProblemRows list={problems} />
          <p>
            <a href={mend}>Download the rows to mend</a> as they stand in the file, with what is wrong beside
            each.
          </p>
        </Card>
      )}
      {changed.all > 0 && (
        <Card heading={`${count(changed.all, 'pupil')} who ${changed.all === 1 ? 'changes' : 'change'}`}>
          <ChangedPupils list={changed} pupils={pupils} />
        </Card>
      )}
      {preview.new.all > 0 && (
        <Details summary={count(preview.new.all, 'new pupil')}>
          <NewPupils list={preview.new} />
        </Details>
      )}
      {ignored.all > 0 && (
        <Details summary={`${count(ignored.all, 'row')} left aside`}>
          <IgnoredRows list={ignored} />
        </Details>
      )}
      <MappingForm
        key={version}
        action={acts.map}
        columns={columns}
        options={concepts}
        folded={
          unused.length === 0
            ? 'Columns: all of them are used'
            : `Columns: not used ${unused.length === 1 ? 'is' : 'are'} ${unused.map(({ header }) => `“${header}”`).join(', ')}`
        }
      >
        <p>
          Put right what a column is, and it is remembered for files with these headings. A review date is not
          imported: it is agreed with the parents in the plan.
        </p>
      </MappingForm>
      <DiscardForm key={version} action={acts.discard} />
    </>
  )
}
