'use client'

import { DocumentTitle } from '@/components/look/document-title'
import { Shell } from '@/components/look/shell'
import { FIRST_PAGE } from '@/components/look/service'
import { ServiceProblem } from '@/components/look/service-problem'

/** What a person sees when something broke that nobody can put right in a form. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <Shell home={FIRST_PAGE}>
      <DocumentTitle>Sorry, there is a problem with the service</DocumentTitle>
      <ServiceProblem error={error} retry={retry} />
    </Shell>
  )
}
