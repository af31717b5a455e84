/** The nonce of this page's style elements; `undefined` where the policy wants none, as under the development server. */
const readNonce = (): string | undefined =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;

/**
 * The editor makes `style` elements and knows no nonce: from here on each one made by script has the page's. To be called
 * just before the editor is loaded.
 */
export function addNonceToStyles(): void {
  const nonce = readNonce();
  if (nonce === undefined || nonce === '') return;
  const createElement = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = createElement(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
}
