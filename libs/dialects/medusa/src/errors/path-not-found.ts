import { CoreError } from '@tandem/context';

/** A part of a path that names nothing there is. */
export class PathNotFound extends CoreError {
  readonly code = 'path_not_found';
  readonly kind = 'not_found';

  constructor() {
    super('Not found');
  }
}
