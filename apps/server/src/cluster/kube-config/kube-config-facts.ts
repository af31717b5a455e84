/** A `clusters[]` entry. Paths are absolute. */
export interface ClusterFacts {
  readonly name: string;
  readonly server: string;
  readonly caFile: string | undefined;
  /** Base64, as in the file. */
  readonly caData: string | undefined;
  readonly tlsServerName: string | undefined;
  readonly skipsTlsVerification: boolean;
  readonly proxyUrl: string | undefined;
}

/** `users[].user.exec`: a program that prints credentials. */
export interface ExecPluginFacts {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: readonly { readonly name: string; readonly value: string }[];
  readonly apiVersion: string;
  readonly installHint: string | undefined;
  readonly provideClusterInfo: boolean;
  readonly needsTerminal: boolean;
}

/** A `users[]` entry. Paths are absolute. */
export interface UserFacts {
  readonly name: string;
  readonly certificateFile: string | undefined;
  readonly certificateData: string | undefined;
  readonly keyFile: string | undefined;
  readonly keyData: string | undefined;
  readonly token: string | undefined;
  readonly tokenFile: string | undefined;
  readonly username: string | undefined;
  readonly password: string | undefined;
  readonly exec: ExecPluginFacts | undefined;
  readonly authProvider: AuthProviderFacts | undefined;
  readonly impersonate: ImpersonationFacts | undefined;
}

/** `users[].user.auth-provider`: of the old providers only `oidc` is left. */
export interface AuthProviderFacts {
  readonly name: string;
  readonly config: ReadonlyMap<string, string>;
}

export interface ImpersonationFacts {
  readonly user: string;
  readonly uid: string | undefined;
  readonly groups: readonly string[];
  readonly extra: ReadonlyMap<string, readonly string[]>;
}

export interface ContextFacts {
  readonly name: string;
  readonly cluster: string;
  readonly user: string | undefined;
  readonly namespace: string | undefined;
}

/** A kubeconfig, or several merged as kubectl merges them: of two entries of one name the first file's counts. */
export interface KubeConfigFacts {
  readonly currentContext: string | undefined;
  readonly contexts: ReadonlyMap<string, ContextFacts>;
  readonly clusters: ReadonlyMap<string, ClusterFacts>;
  readonly users: ReadonlyMap<string, UserFacts>;
}

/** Merges files in the order of `KUBECONFIG`. */
export function mergeKubeConfigs(files: readonly KubeConfigFacts[]): KubeConfigFacts {
  const merge = <T>(maps: readonly ReadonlyMap<string, T>[]): ReadonlyMap<string, T> =>
    new Map(maps.toReversed().flatMap((map) => [...map]));
  return {
    currentContext: files.map(({ currentContext }) => currentContext).find((name) => name !== undefined),
    contexts: merge(files.map(({ contexts }) => contexts)),
    clusters: merge(files.map(({ clusters }) => clusters)),
    users: merge(files.map(({ users }) => users)),
  };
}
