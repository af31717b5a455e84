/** Every error a person can meet: permanent code, HTTP status, what to do next. `docs/errors.md` says the same for readers. */
export interface ErrorEntry {
  readonly statusCode: number;
  /** What happened, in general; a reply may say it with the names and values at hand. */
  readonly title: string;
  /** What to do next, in general; a reply may know better. */
  readonly hint: string;
}

export const errorCatalogue = {
  BAD_REQUEST: {
    statusCode: 400,
    title: 'The request is not one this API knows.',
    hint: 'Reload the page. If you wrote the request yourself, compare it with the documentation of the API.',
  },
  NOT_FOUND: {
    statusCode: 404,
    title: 'Nothing is served at this address.',
    hint: 'Open the start page and go on from there.',
  },
  BODY_TOO_LARGE: {
    statusCode: 413,
    title: 'The request is larger than 3 MiB.',
    hint: 'Kubernetes itself stores no object beyond about 1.5 MiB: look for something in it that does not belong there.',
  },
  CONTENT_TYPE_NOT_JSON: {
    statusCode: 415,
    title: 'The request has a body that is not declared as JSON.',
    hint: 'Send Content-Type: application/json.',
  },
  TOKEN_MISSING: {
    statusCode: 401,
    title: 'The request carries no token.',
    hint: 'Open the address that Fairlead printed when it started; it ends in #t= and the token.',
  },
  TOKEN_WRONG: {
    statusCode: 401,
    title: 'The token belongs to another start of Fairlead.',
    hint: 'Every start has its own token: open the address that Fairlead printed last.',
  },
  TOKEN_IN_ADDRESS: {
    statusCode: 400,
    title: 'The token stands in the query part of the address, where logs and histories keep it.',
    hint: 'Start Fairlead anew to get another token, and open the printed address as it is.',
  },
  CODE_WRONG: {
    statusCode: 401,
    title: 'The one-time code is unknown, used or older than a minute.',
    hint: 'Open the address that Fairlead printed when it started.',
  },
  HOST_NOT_ALLOWED: {
    statusCode: 403,
    title: 'Fairlead does not answer under this host name.',
    hint: 'Open it as http://127.0.0.1, or start it with --allowed-host and the name you use.',
  },
  ORIGIN_NOT_ALLOWED: {
    statusCode: 403,
    title: 'The request comes from a page that is not Fairlead.',
    hint: 'Use Fairlead in its own tab. If a proxy stands in front of it, let the proxy keep the Host header.',
  },
  READ_ONLY: {
    statusCode: 403,
    title: 'Fairlead does not change this cluster.',
    hint: 'Nothing was sent. Copy the YAML and apply it with kubectl.',
  },
  DEMO_READ_ONLY: {
    statusCode: 403,
    title: 'The demo cluster is read-only. This is what would be sent.',
    hint: 'Nothing was changed. Start the demo with --writable to try changes, or Fairlead with --kubeconfig for a cluster of your own.',
  },
  TOO_MANY_VIEWERS: {
    statusCode: 503,
    title: 'Too many tabs are connected to Fairlead.',
    hint: 'Close some tabs that show Fairlead; this one connects on its own as soon as there is room.',
  },
  PORT_IN_USE: {
    statusCode: 500,
    title: 'Another program listens on the port.',
    hint: 'Choose another with --port, or leave --port out to take the next free one.',
  },
  INTERNAL: {
    statusCode: 500,
    title: 'Fairlead made a mistake.',
    hint: 'Try again. If it comes back, please report it with what the terminal shows.',
  },
  NOT_READY: {
    statusCode: 503,
    title: 'Fairlead is stopping.',
    hint: 'Start it again; this page reconnects on its own.',
  },
  CLUSTER_NOT_CONFIGURED: {
    statusCode: 503,
    title: 'No cluster is configured.',
    hint: 'Start Fairlead with --kubeconfig, or try the demo: fairlead demo.',
  },
  KUBECONFIG_MISSING: {
    statusCode: 503,
    title: 'The kubeconfig file does not exist or cannot be read.',
    hint: 'Check the path given by --kubeconfig or KUBECONFIG.',
  },
  KUBECONFIG_INVALID: {
    statusCode: 503,
    title: 'The kubeconfig file cannot be understood.',
    hint: 'Try it with: kubectl config view. Fairlead reads the file again as soon as it changes.',
  },
  KUBECONFIG_EXPOSED: {
    statusCode: 503,
    title: 'Other users of the machine may change the kubeconfig file.',
    hint: 'Run chmod 600 on the file, or use a copy of your own. Fairlead reads the file again as soon as it changes.',
  },
  CONTEXT_UNKNOWN: {
    statusCode: 404,
    title: 'The kubeconfig has no such context.',
    hint: 'List the contexts with: kubectl config get-contexts.',
  },
  CERTIFICATE_EXPIRED: {
    statusCode: 503,
    title: 'The client certificate of this context has expired.',
    hint: 'Get a new kubeconfig from whoever gave you this one.',
  },
  EXEC_PLUGIN_NOT_FOUND: {
    statusCode: 503,
    title: 'The program that should fetch the credentials is not installed.',
    hint: 'Install the program the kubeconfig names under users[].user.exec.command, or put it on the PATH.',
  },
  EXEC_PLUGIN_FAILED: {
    statusCode: 503,
    title: 'The program that should fetch the credentials failed.',
    hint: 'Run it by hand to see why: most want a fresh login.',
  },
  CLUSTER_UNREACHABLE: {
    statusCode: 503,
    title: 'The API server does not answer.',
    hint: 'Check that it runs and that your network, VPN or proxy lets you reach it. Fairlead keeps trying.',
  },
  CLUSTER_TLS_FAILED: {
    statusCode: 502,
    title: 'The API server cannot prove who it is.',
    hint: 'Check certificate-authority-data and tls-server-name of the cluster in the kubeconfig.',
  },
  CLUSTER_UNAUTHORIZED: {
    statusCode: 502,
    title: 'The API server does not accept the credentials.',
    hint: 'Log in anew, then try again: the token or certificate is not valid (any more).',
  },
  CLUSTER_FORBIDDEN: {
    statusCode: 403,
    title: 'This identity may not do that.',
    hint: 'Ask whoever manages the cluster for a Role with the verb and resource named here.',
  },
  CLUSTER_THROTTLED: {
    statusCode: 503,
    title: 'The API server asks for fewer requests.',
    hint: 'Wait a little; Fairlead tries again on its own.',
  },
  CLUSTER_ANSWER_BROKEN: {
    statusCode: 502,
    title: 'The API server sent something that is not what was asked for.',
    hint: 'Often a proxy or a login page stands in between: open the server address of the context to see it.',
  },
  CLUSTER_FAILED: {
    statusCode: 502,
    title: 'The API server failed.',
    hint: 'Try again. Its own words are in the details.',
  },
  RESOURCE_VERSION_EXPIRED: {
    statusCode: 503,
    title: 'The API server no longer knows the state Fairlead wanted to go on from.',
    hint: 'Nothing to do: Fairlead lists anew.',
  },
  KIND_NOT_SERVED: {
    statusCode: 404,
    title: 'The API server does not serve this kind.',
    hint: 'Nothing to do, unless the kind should be there: then check the version of the cluster.',
  },
  OBJECT_NOT_FOUND: {
    statusCode: 404,
    title: 'The object does not exist (any more).',
    hint: 'Go back to the list; it is up to date.',
  },
  OBJECT_CHANGED: {
    statusCode: 409,
    title: 'The object was changed by somebody else in the meantime.',
    hint: 'Nothing was changed by you. Look at the new state and review your change again.',
  },
  OBJECT_EXISTS: {
    statusCode: 409,
    title: 'An object of this name exists already.',
    hint: 'Nothing was changed. Choose another name, or edit the object that is there.',
  },
  OBJECT_INVALID: {
    statusCode: 422,
    title: 'The API server refuses the object as it is.',
    hint: 'Nothing was changed. The fields it names are in the details.',
  },
  OBJECT_NAME_INVALID: {
    statusCode: 400,
    title: 'No object can have this name or namespace.',
    hint: 'Names are lower-case letters, digits, hyphens and dots, at most 253 of them.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>;

export type ErrorCode = keyof typeof errorCatalogue;

export const isErrorCode = (text: string): text is ErrorCode => Object.hasOwn(errorCatalogue, text);
