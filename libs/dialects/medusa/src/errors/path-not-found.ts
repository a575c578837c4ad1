import { defineError } from '@tandem/context';

/** A part of a path that names nothing there is. */
export class PathNotFound extends defineError('path_not_found', 'not_found', 'Not found') {}
