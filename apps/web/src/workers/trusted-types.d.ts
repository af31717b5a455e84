interface TrustedScriptUrl extends URL {}
interface TrustedHtml extends String {}

interface TrustedTypePolicyRules {
  createScriptURL?(url: string): string;
  createHTML?(html: string): string;
}

interface TrustedTypePolicy {
  createScriptURL(url: string): TrustedScriptUrl;
  createHTML(html: string): TrustedHtml;
}

interface TrustedTypePolicyFactory {
  createPolicy(name: string, rules: TrustedTypePolicyRules): TrustedTypePolicy;
}

declare var trustedTypes: TrustedTypePolicyFactory | undefined;
