import type { ConnectionSurroundings } from './cluster/kube-config/kube-connection.ts';
import type { KubeConfigPlaces } from './cluster/kube-config/kube-config-source.ts';
import type { LogOptions } from './plugins/request-log.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What the surroundings of the process say. */
export interface Config {
  /** Where the person stands: files named on the command line are looked for from here. */
  readonly workingFolder: string;
  readonly kubeConfigPlaces: Omit<KubeConfigPlaces, 'flag'>;
  readonly connectionSurroundings: ConnectionSurroundings;
  /** A token chosen by the program that starts us (`pnpm dev`); `undefined` makes a new one. */
  readonly token: string | undefined;
  readonly logLevel: LogOptions['level'];
  /** A browser can be shown here. */
  readonly hasDisplay: boolean;
  /** Nobody declined colours: https://no-color.org. */
  readonly mayColour: boolean;
  /** Whoever started us wants the page opened although nobody sees our standard output. */
  readonly isAskedToOpen: boolean;
}

export interface ProcessFacts {
  readonly environment: Environment;
  readonly platform: NodeJS.Platform;
  readonly currentFolder: string;
}

const serviceAccountFolder = '/var/run/secrets/kubernetes.io/serviceaccount';
const execTimeLimitMs = 30_000;
const logLevels: readonly LogOptions['level'][] = ['error', 'warn', 'info', 'debug'];

/** The only place where the environment is read. */
export const readProcessFacts = (): ProcessFacts => ({
  environment: process.env,
  platform: process.platform,
  currentFolder: process.cwd(),
});

export function readConfig({ environment, platform, currentFolder }: ProcessFacts): Config {
  const { FAIRLEAD_TOKEN: token, FAIRLEAD_LOG: level } = environment;
  return {
    workingFolder: environment['INIT_CWD'] ?? currentFolder,
    kubeConfigPlaces: {
      variable: environment['KUBECONFIG'],
      homeFolder: environment['HOME'] ?? environment['USERPROFILE'],
      hasFilePermissions: platform !== 'win32',
      serviceAccount: {
        folder: serviceAccountFolder,
        host: environment['KUBERNETES_SERVICE_HOST'],
        port: environment['KUBERNETES_SERVICE_PORT'],
      },
    },
    connectionSurroundings: {
      environment: withoutOurs(environment),
      timeLimitMs: execTimeLimitMs,
      monotonicNow: () => performance.now(),
      now: () => Date.now(),
    },
    token: token !== undefined && /^[A-Za-z0-9_-]{43,}$/.test(token) ? token : undefined,
    logLevel: logLevels.find((known) => known === level) ?? 'warn',
    hasDisplay: hasDisplay(environment, platform),
    mayColour: !isSet(environment['NO_COLOR']) && environment['TERM'] !== 'dumb',
    isAskedToOpen: environment['FAIRLEAD_OPEN'] === '1',
  };
}

/** What a credential plugin inherits, as from kubectl: all but what is ours, the token first of all. Windows ignores case. */
const withoutOurs = (environment: Environment): Environment =>
  Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.toUpperCase().startsWith('FAIRLEAD_')),
  );

function hasDisplay(environment: Environment, platform: NodeJS.Platform): boolean {
  if (isSet(environment['CI'])) return false;
  if (platform === 'darwin' || platform === 'win32') return !isSet(environment['SSH_CONNECTION']);
  return isSet(environment['DISPLAY']) || isSet(environment['WAYLAND_DISPLAY']);
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';
