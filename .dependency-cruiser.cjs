'use strict';

/** Which package may know which, and which npm packages it may use: the whole architecture in a few lines. */
const PACKAGES = {
  'kube-objects': { ours: [], npm: [] },
  manifests: { ours: ['kube-objects'], npm: ['yaml'] },
  routing: { ours: ['kube-objects'], npm: [] },
  'resource-graph': { ours: ['kube-objects', 'routing'], npm: [] },
  edits: { ours: ['kube-objects', 'manifests'], npm: [] },
  diagnostics: { ours: ['kube-objects', 'routing', 'edits'], npm: [] },
  'api-contract': { ours: ['kube-objects', 'routing', 'diagnostics', 'edits'], npm: ['zod'] },
  'fake-cluster': { ours: ['kube-objects', 'manifests'], npm: [] },
};
/** Folders of the page: what each may import of its neighbours. Packages are open to all but `ui`. */
const WEB = {
  ui: [],
  'trace-view': [],
  messages: ['ui', 'trace-view'],
  'url-state': ['messages'],
  'server-state': ['workers', 'url-state'],
  workers: ['server-state', 'messages', 'trace-view'],
  drafts: ['server-state'],
  'controller-options': ['ui', 'messages'],
  features: [
    'ui',
    'messages',
    'server-state',
    'drafts',
    'url-state',
    'workers',
    'trace-view',
    'controller-options',
  ],
};
const TEST = '\\.(test|test-d)\\.tsx?$|/testing/';
const NPM = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];

const packageDirection = Object.entries(PACKAGES).map(([from, { ours }]) => ({
  name: `direction-${from}`,
  severity: 'error',
  comment: `packages/${from} may import of ours only: ${ours.join(', ') || 'nothing'}. A fact that two packages need lives in the one both may import; wiring lives in an app.`,
  from: { path: `^packages/${from}/src/`, pathNot: TEST },
  to: { path: '^(packages|apps|e2e|bench|scripts)/', pathNot: `^packages/(${[from, ...ours].join('|')})/` },
}));

const packageNpm = Object.entries(PACKAGES).map(([from, { npm }]) => ({
  name: `npm-${from}`,
  severity: 'error',
  comment: `packages/${from} may use of npm only: ${npm.join(', ') || 'nothing'}. What needs more is an effect and belongs into an app.`,
  from: { path: `^packages/${from}/src/`, pathNot: TEST },
  to: {
    dependencyTypes: NPM,
    ...(npm.length > 0 ? { pathNot: `node_modules/(${npm.join('|')})/` } : {}),
  },
}));

const webDirection = Object.entries(WEB).map(([from, others]) => ({
  name: `web-${from}`,
  severity: 'error',
  comment: `apps/web/src/${from} may import of the page only: ${others.join(', ') || 'nothing'}. Looks go to ui/, what is asked of the cluster to workers/, composition to app/.`,
  from: { path: `^apps/web/src/${from}/`, pathNot: TEST },
  to: {
    path: '^apps/web/src/[^/]+/',
    pathNot: `^apps/web/src/(${[from, ...others].join('|')})/`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment:
        'Two files that need each other are one idea or hide a third: move what both need into its own file.',
      from: {},
      to: { circular: true },
    },
    ...packageDirection,
    ...packageNpm,
    ...webDirection,
    {
      name: 'pure-packages-do-no-io',
      severity: 'error',
      comment: 'Packages are pure: files, sockets and processes are effects and belong into apps/server.',
      from: { path: '^packages/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'package-front-door-only',
      severity: 'error',
      comment:
        'Import a package by its name. What is missing there is either private or should be exported by its index.ts.',
      from: { path: '^(apps|packages|e2e|bench)/([^/]+)/' },
      to: {
        path: '^packages/([^/]+)/src/',
        pathNot: ['^packages/$2/', '^packages/[^/]+/src/(testing/)?index\\.ts$'],
      },
    },
    {
      name: 'apps-are-strangers',
      severity: 'error',
      comment: 'Server and page meet in packages/api-contract only.',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'only-cluster-folder-knows-the-client',
      severity: 'error',
      comment: 'Credentials and the cluster client stay in apps/server/src/cluster; ask its interfaces.',
      from: { pathNot: '^apps/server/src/cluster/' },
      to: { path: '@kubernetes/client-node' },
    },
    {
      name: 'features-are-islands',
      severity: 'error',
      comment:
        'Looks go to ui/, shared state to drafts/ or url-state/, a rule about Services to a package; a page in app/ may combine two features.',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'one-file-chooses-the-language',
      severity: 'error',
      comment:
        'The page gets its texts from apps/web/src/messages/languages.ts, its worker from worker-languages.ts, by useMessages or as an argument; only types are imported from a catalogue.',
      from: {
        path: '^apps/web/src/',
        pathNot: ['/messages/(?:worker-)?languages\\.ts$', '/messages/en[a-z-]*\\.ts$'],
      },
      to: { path: '^apps/web/src/messages/en[a-z-]*\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ui-knows-no-domain',
      severity: 'error',
      comment: 'A ui part takes words and callbacks; what it shows of Kubernetes is decided by a feature.',
      from: { path: '^apps/web/src/ui/', pathNot: TEST },
      to: { path: '^packages/' },
    },
    {
      name: 'testing-only-in-tests',
      severity: 'error',
      comment: 'Builders and the fake cluster are for tests and the demo (apps/server/src/demo).',
      from: {
        pathNot: `${TEST}|^apps/server/src/demo/|^packages/fake-cluster/|^e2e/|^bench/|^apps/server/src/cluster/.*contract`,
      },
      to: { path: '/testing/|^packages/fake-cluster/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'Nobody imports this file: delete it or use it.',
      from: {
        orphan: true,
        pathNot:
          '(^|/)(main\\.tsx?|index\\.ts)$|\\.config\\.|\\.(test|test-d)\\.tsx?$|\\.d\\.ts$|^e2e/|^bench/|^scripts/|^apps/web/public/|/testing/',
      },
      to: {},
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: '(^|/)(dist|test-results)/',
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'default'] },
  },
};
