import { findLongOption, findShortOption, takesValue, type CurlOptionRole } from './curl-options.ts';
import { requestProblem, type RequestLineProblem } from './request-problem.ts';
import type { CommandWord } from './split-command-words.ts';

/** One option with its value (empty for those without), or an argument, which is a URL. */
export interface CurlArgument {
  readonly role: CurlOptionRole;
  readonly value: string;
  /** Of the value, where there is one. */
  readonly position: number;
}

interface OpenOption {
  readonly role: CurlOptionRole;
  readonly position: number;
}

interface WordReading {
  readonly found: readonly CurlArgument[];
  /** The last option of the word wants the next word. */
  readonly open: OpenOption | undefined;
}

function readLong({ text, position }: CommandWord): WordReading {
  const role = findLongOption(text.slice(2));
  if (role === undefined) return { found: [], open: undefined };
  return takesValue(role)
    ? { found: [], open: { role, position } }
    : { found: [{ role, value: '', position }], open: undefined };
}

/** `-sSXPOST`: letters without value, then one whose value is the rest of the word or the next one. */
function readShort({ text, position }: CommandWord): WordReading {
  const found: CurlArgument[] = [];
  for (let index = 1; index < text.length; index += 1) {
    const role = findShortOption(text.charAt(index));
    if (role === undefined) continue;
    if (!takesValue(role)) found.push({ role, value: '', position });
    else if (index === text.length - 1) return { found, open: { role, position } };
    else {
      found.push({ role, value: text.slice(index + 1), position: position + index + 1 });
      break;
    }
  }
  return { found, open: undefined };
}

/** Everything behind the word `curl`, in its order. */
export function readCurlOptions(words: readonly CommandWord[]): readonly CurlArgument[] | RequestLineProblem {
  const all: CurlArgument[] = [];
  let open: OpenOption | undefined;
  for (const word of words) {
    if (open !== undefined) {
      all.push({ role: open.role, value: word.text, position: word.position });
      open = undefined;
      continue;
    }
    if (!word.text.startsWith('-') || word.text === '-') {
      all.push({ role: 'url', value: word.text, position: word.position });
      continue;
    }
    const reading = word.text.startsWith('--') ? readLong(word) : readShort(word);
    all.push(...reading.found);
    ({ open } = reading);
  }
  return open === undefined ? all : requestProblem('option-without-value', open.position);
}
