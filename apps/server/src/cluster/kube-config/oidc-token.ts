import type { RequestOptions } from 'node:https';
import { KubeConfig } from '@kubernetes/client-node';
import { ClusterProblem } from '../cluster-problem.ts';
import type { AuthProviderFacts } from './kube-config-facts.ts';

/** The identity token of the `oidc` auth-provider, renewed by client-node with the refresh token. */
export class OidcToken {
  readonly #config = new KubeConfig();

  constructor(provider: AuthProviderFacts) {
    const authProvider = { name: provider.name, config: Object.fromEntries(provider.config) };
    this.#config.loadFromClusterAndUser(
      { name: 'oidc', server: 'https://localhost', skipTLSVerify: false },
      { name: 'oidc', authProvider },
    );
  }

  async read(): Promise<string | undefined> {
    const options: RequestOptions = { headers: {} };
    try {
      await this.#config.applyToHTTPSOptions(options);
    } catch (cause) {
      throw new ClusterProblem(
        'CLUSTER_UNAUTHORIZED',
        'The identity provider of this context gave no new token.',
        {
          hint: 'Log in again with the tool that wrote the kubeconfig.',
          cause,
        },
      );
    }
    const [, header] = Object.entries(options.headers ?? {}).find(([name]) => name === 'Authorization') ?? [];
    return typeof header === 'string' ? header.replace(/^Bearer /, '') : undefined;
  }
}
