interface TrustedScriptUrl extends URL {}

interface TrustedTypePolicy {
  createScriptURL(url: string): TrustedScriptUrl;
}

interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedTypePolicy;
}

declare var trustedTypes: TrustedTypePolicyFactory | undefined;
