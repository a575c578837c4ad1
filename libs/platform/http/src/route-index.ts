import { Router, type NextFunction, type Request, type RequestHandler, type Response } from 'express';

export const ROUTE_METHODS = ['get', 'post', 'put', 'patch', 'delete', 'options', 'head', 'all'] as const;

export type RouteMethod = (typeof ROUTE_METHODS)[number];

interface IndexedRoute {
  readonly method: RouteMethod;
  readonly path: string;
  readonly handler: RequestHandler;
}

// Paths that may match more than one number of segments, and first segments that are parameters: routes of a team's own.
const OPEN_PATH = /^\/[^/]*:|[*{}()\\]/;

/**
 * Express compares a request with every route in turn. Here it is compared only with those that have its first segment and its
 * number of segments, in the order of their registration.
 */
export class RouteIndex {
  private readonly routes: IndexedRoute[] = [];
  private readonly routers = new Map<string, Router>();

  add(route: IndexedRoute): void {
    this.routes.push(route);
    this.routers.clear();
  }

  readonly handle = (request: Request, response: Response, next: NextFunction): void => {
    if (this.routers.size === 0) this.build();
    // A router of its own would name a path's methods to anyone; Nest answers 404, in the dialect.
    if (request.method === 'OPTIONS' && !this.hasOptions) return next();
    const router = this.routers.get(groupOf(request.path)) ?? this.routers.get('');
    router?.(request, response, next);
  };

  private get hasOptions(): boolean {
    return this.routes.some(({ method }) => method === 'options' || method === 'all');
  }

  private build(): void {
    for (const group of ['', ...this.routes.map(routeGroup)]) {
      if (!this.routers.has(group)) this.routers.set(group, this.routerOf(group));
    }
  }

  /** The routes of a group, and those that may match in any group. */
  private routerOf(group: string): Router {
    const router = Router();
    for (const route of this.routes) {
      if (['', group].includes(routeGroup(route))) router[route.method](route.path, route.handler);
    }
    return router;
  }
}

const routeGroup = ({ path }: IndexedRoute): string => (OPEN_PATH.test(path) ? '' : groupOf(path));

/** Express ignores case and one trailing slash. */
function groupOf(path: string): string {
  const segments = (path.endsWith('/') ? path.slice(0, -1) : path).split('/');
  return `${segments[1]?.toLowerCase()} ${segments.length}`;
}
