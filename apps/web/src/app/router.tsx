import type { SessionReply } from '@fairlead/api-contract';
import type { EditedKind } from '@fairlead/edits';
import { isKind } from '@fairlead/kube-objects';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { parseSearchText, printSearchText } from '../url-state/search-text.ts';
import type { SearchParameters } from '../url-state/url-state.ts';
import type { ClusterClients } from './cluster-clients.ts';
import { ClusterLayout } from './cluster-layout.tsx';
import { GraphRoutePage } from './graph-route-page.tsx';
import { NoClusterPage } from './no-cluster-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { SettingsLayout } from './settings-layout.tsx';

export interface RouterContext {
  readonly clusters: ClusterClients;
  readonly session: SessionReply;
}

const validateSearch = (search: Readonly<Record<string, unknown>>): SearchParameters =>
  Object.fromEntries(
    Object.entries(search).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );

const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  validateSearch,
  notFoundComponent: NotFoundPage,
});

const startRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: ({ context: { session }, search }) => {
    const context = session.defaultContext ?? session.contexts[0]?.name;
    if (context !== undefined)
      throw redirect({ to: '/c/$context/graph', params: { context }, search, replace: true });
  },
  component: NoClusterPage,
});

const clusterRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/c/$context',
  beforeLoad: ({ context: { clusters, session }, params: { context } }) => ({
    cluster: session.contexts.some(({ name }) => name === context) ? clusters.open(context) : undefined,
  }),
  component: ClusterLayout,
});

const clusterStartRoute = createRoute({
  getParentRoute: () => clusterRoute,
  path: '/',
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: '/c/$context/graph', params, search, replace: true });
  },
});

const graphRoute = createRoute({
  getParentRoute: () => clusterRoute,
  path: 'graph',
  component: GraphRoutePage,
});
const problemsRoute = createRoute({
  getParentRoute: () => clusterRoute,
  path: 'problems',
  component: lazyRouteComponent(() => import('./problems-page.tsx'), 'ProblemsPage'),
});
const ingressesRoute = createRoute({
  getParentRoute: () => clusterRoute,
  path: 'ingresses',
  component: lazyRouteComponent(() => import('./list-pages.tsx'), 'IngressesPage'),
});
const servicesRoute = createRoute({
  getParentRoute: () => clusterRoute,
  path: 'services',
  component: lazyRouteComponent(() => import('./list-pages.tsx'), 'ServicesPage'),
});
const objectsRoute = createRoute({
  getParentRoute: () => clusterRoute,
  path: 'objects/$kind',
  beforeLoad: ({ params: { kind } }) => {
    if (!isKind(kind)) throw notFound();
    return { kind };
  },
  component: lazyRouteComponent(() => import('./list-pages.tsx'), 'ObjectsPage'),
});

const isEditedKind = (kind: string): kind is EditedKind => kind === 'Service' || kind === 'Ingress';

const editRoute = createRoute({
  getParentRoute: () => clusterRoute,
  path: 'edit/$kind/$namespace/$name',
  beforeLoad: ({ params: { kind } }) => {
    if (!isEditedKind(kind)) throw notFound();
    return { editedKind: kind };
  },
  component: lazyRouteComponent(() => import('./editor/editor-page.tsx'), 'EditorPage'),
});

const newRoute = createRoute({
  getParentRoute: () => clusterRoute,
  path: 'new/$kind/$draftId',
  beforeLoad: ({ params: { kind } }) => {
    if (!isEditedKind(kind)) throw notFound();
    return { editedKind: kind };
  },
  component: lazyRouteComponent(() => import('./editor/new-object-page.tsx'), 'NewObjectPage'),
});
const deleteRoute = createRoute({
  getParentRoute: () => clusterRoute,
  path: 'delete/$kind/$namespace/$name',
  beforeLoad: ({ params: { kind } }) => {
    if (!isEditedKind(kind)) throw notFound();
    return { editedKind: kind };
  },
  component: lazyRouteComponent(() => import('./editor/delete-page.tsx'), 'DeletePage'),
});
const draftsRoute = createRoute({
  getParentRoute: () => clusterRoute,
  path: 'drafts',
  component: lazyRouteComponent(() => import('./editor/drafts-page.tsx'), 'DraftsPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  beforeLoad: ({ context: { clusters, session } }) => {
    const context = clusters.context ?? session.defaultContext;
    return { cluster: context === undefined ? undefined : clusters.open(context) };
  },
  component: SettingsLayout,
});

const routeTree = rootRoute.addChildren([
  startRoute,
  clusterRoute.addChildren([
    clusterStartRoute,
    graphRoute,
    problemsRoute,
    ingressesRoute,
    servicesRoute,
    objectsRoute,
    editRoute,
    newRoute,
    deleteRoute,
    draftsRoute,
  ]),
  settingsRoute,
]);

/** The addresses of the page. Context names may hold `/`, `:` and `@`: they are escaped as one part of the path. */
export const buildRouter = (clusters: ClusterClients, session: SessionReply) =>
  createRouter({
    routeTree,
    context: { clusters, session },
    parseSearch: parseSearchText,
    stringifySearch: printSearchText,
    scrollRestoration: false,
    defaultPreload: false,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof buildRouter>;
  }
}
