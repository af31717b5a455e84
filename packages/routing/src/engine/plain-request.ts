const letters = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';

/** Which of the first 128 characters are among these, as a table to look them up in. */
function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}

const inHosts = tableOf(`${letters}${digits}-.`);
const inPaths = tableOf(`${letters}${letters.toUpperCase()}${digits}-._~/`);

const dot = 46;
const slash = 47;

/** Whether a Host header is already as it is compared: lower case, without port, space and final dot. */
export function isPlainHost(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (inHosts[text.charCodeAt(at)] !== 1) return false;
  return text.length > 0 && text.charCodeAt(text.length - 1) !== dot;
}

/**
 * Whether a path is one that every controller compares as it came: without query, escapes, empty segments and segments that
 * begin with a dot.
 */
export function isPlainPath(text: string): boolean {
  if (text.charCodeAt(0) !== slash) return false;
  let before = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inPaths[code] !== 1 || (before === slash && (code === slash || code === dot))) return false;
    before = code;
  }
  return true;
}
