/** `a=1; b=2`: what a Cookie header says. */
export function listCookies(text: string): readonly (readonly [string, string])[] {
  return text.split(';').flatMap((part) => {
    const [name = '', ...value] = part.trim().split('=');
    return name === '' ? [] : [[name, value.join('=')] as const];
  });
}
