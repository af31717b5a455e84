/** What proves who we are, for one request. */
export interface ConnectionCredentials {
  /** `authorization` and impersonation headers. */
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly clientCertificate: { readonly certificatePem: string; readonly keyPem: string } | undefined;
}

/** How to reach one API server as one identity. */
export interface ClusterConnection {
  readonly contextName: string;
  /** `https://host:port`, with a path prefix where the kubeconfig has one. */
  readonly server: string;
  /** The context's namespace. */
  readonly namespace: string | undefined;
  readonly caPem: string | undefined;
  readonly tlsServerName: string | undefined;
  readonly skipsTlsVerification: boolean;
  /** `http:`, `https:`, `socks5:` or `socks5h:`. */
  readonly proxyUrl: string | undefined;
  /** Cheap when nothing has expired; may read a token file again or run an exec plugin. Rejects with a `ClusterProblem`. */
  readCredentials(): Promise<ConnectionCredentials>;
  /** The API server refused the last credentials. True when the next ones may be others (a plugin, a file). */
  forgetCredentials(): boolean;
}
