export type ContentEncoding = 'br' | 'gzip' | 'identity';

/** The best of what the client offers. Chromium offers `br` only on https and on loopback. */
export function chooseEncoding(acceptEncoding: string | undefined): ContentEncoding {
  const offers = new Map(
    (acceptEncoding ?? '').split(',').map((offer) => {
      const [name = '', ...parameters] = offer.split(';').map((part) => part.trim().toLowerCase());
      const isRefused = parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
      return [name, !isRefused];
    }),
  );
  if (offers.get('br') === true) return 'br';
  return offers.get('gzip') === true ? 'gzip' : 'identity';
}
