import { ServicePage } from './page'

/** A page that is only looked at: where it is and what its heading says. */
export class AnyPage extends ServicePage {
  constructor(
    page: ServicePage['page'],
    readonly path: string,
    readonly heading: string | RegExp,
  ) {
    super(page)
  }
}
