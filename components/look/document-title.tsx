import type { Problem } from '@/lib/platform/outcome'
import { SERVICE } from './service'

type Props = { children: string; problems?: readonly Problem[] | undefined }

/**
 * The title of the page, which gains "Error: " when a form comes back. Every page says its title with
 * this and none exports `metadata.title`: of two titles a browser reads only the first.
 */
export function DocumentTitle({ children, problems = [] }: Props) {
  return <title>{`${problems.length > 0 ? 'Error: ' : ''}${children} - ${SERVICE}`}</title>
}
