import { cookies } from 'next/headers'
import { BackLink } from '@/components/look/back-link'
import { Card } from '@/components/look/card'
import { Details } from '@/components/look/details'
import { PageTitle } from '@/components/look/page-title'
import { LastImports } from '@/components/register-import/last-imports'
import { UploadForm } from '@/components/register-import/upload-form'
import { now } from '@/lib/platform/clock'
import { orNotFound } from '@/lib/platform/or-not-found'
import { emptyOldFiles } from '@/lib/register-import/commands'
import { listImports } from '@/lib/register-import/queries'
import { requireActor } from '@/lib/session/require'

type Props = { params: Promise<{ schoolSlug: string }>; searchParams: Promise<{ problem?: string }> }

const UNSAID = 'The file could not be read: select it again'

/** Where a register comes in, with the imports before this one. */
export default async function ImportPage({ params, searchParams }: Props) {
  const { schoolSlug } = await params
  const actor = await requireActor(schoolSlug)
  await orNotFound(emptyOldFiles(actor, now()))
  const imports = await orNotFound(listImports(actor))
  const base = `/schools/${schoolSlug}`
  const { problem } = await searchParams
  const said = problem ? ((await cookies()).get('import-problem')?.value ?? UNSAID) : null
  return (
    <>
      <BackLink href={`${base}/settings`}>Back to the school</BackLink>
      <PageTitle lead="From a file that your school’s MIS exports">Import the register</PageTitle>
      <div className="cols">
        <div>
          <Card heading="Choose the file">
            <UploadForm action={`${base}/import/upload`} problem={said} />
          </Card>
          <Details summary="What the file needs">
            <p>
              A heading for each column, and a row for each pupil or for each need. Pupils are known by UPN,
              or by surname, forename and date of birth. Year, class, SEN status, dates, needs and parents are
              taken where they are there.
            </p>
            <p>
              Headings are recognised by their names; what is not recognised you can put right on the next
              page, and it is remembered. Blank cells change nothing, and nobody is taken off the register
              because the file leaves them out.
            </p>
          </Details>
        </div>
        <Card heading="Last imports">
          <LastImports imports={imports} base={`${base}/import`} />
        </Card>
      </div>
    </>
  )
}
