import { codeFragmentPrefix, tokenFragmentPrefix } from '@fairlead/api-contract';

/** What the fragment of an address holds. */
export type Credential =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'code'; readonly code: string };

/** Reads the token or the one-time code of a fragment (`#t=…`, `#c=…`); `undefined` when it holds neither. */
export function parseCredential(fragment: string): Credential | undefined {
  const text = fragment.startsWith('#') ? fragment.slice(1) : fragment;
  if (text.startsWith(tokenFragmentPrefix)) {
    const token = text.slice(tokenFragmentPrefix.length);
    return token === '' ? undefined : { kind: 'token', token };
  }
  if (text.startsWith(codeFragmentPrefix)) {
    const code = text.slice(codeFragmentPrefix.length);
    return code === '' ? undefined : { kind: 'code', code };
  }
  return undefined;
}

/** The token in an address that somebody pasted, with or without the part before `#`. */
export function parsePastedAddress(text: string): Credential | undefined {
  const trimmed = text.trim();
  const hash = trimmed.indexOf('#');
  return parseCredential(hash === -1 ? trimmed : trimmed.slice(hash));
}

const storageKey = 'fairlead.token';

/** Keeps the token for this tab only: session storage ends with the tab. */
export const tokenStore = {
  read: (): string | undefined => sessionStorage.getItem(storageKey) ?? undefined,
  write: (token: string): void => sessionStorage.setItem(storageKey, token),
  forget: (): void => sessionStorage.removeItem(storageKey),
};

/** Takes the credential out of the address bar at once, before anything else sees the address. */
export function takeCredential(): Credential | undefined {
  const credential = parseCredential(location.hash);
  if (location.hash !== '') history.replaceState(history.state, '', location.pathname + location.search);
  return credential;
}
