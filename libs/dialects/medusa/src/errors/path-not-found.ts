import { defineError } from '@tandem/context';

/** An unknown segment of a path. */
export class PathNotFound extends defineError('path_not_found', 'not_found', 'Not found') {}
