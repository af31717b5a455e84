/** Where an object of a test lives: `shop/web` is `web` in the namespace `shop`, `web` alone is in `default`. */
export interface Place {
  readonly namespace: string;
  readonly name: string;
}

export function placeOf(text: string): Place {
  const slash = text.indexOf('/');
  return slash < 0
    ? { namespace: 'default', name: text }
    : { namespace: text.slice(0, slash), name: text.slice(slash + 1) };
}

/** 24 bits that depend on the text alone (FNV-1a): the same name has the same address in every test run. */
function hash24(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return (hash ^ (hash >>> 24)) & 0xffffff;
}

/** An address in 10.0.0.0/8 made of the text. Two texts may share one: give addresses where thousands are built. */
export function ipv4Of(text: string): string {
  const bits = hash24(text);
  return `10.${bits >>> 16}.${(bits >>> 8) & 0xff}.${bits & 0xff}`;
}
