import { parseWholeObject, type ObjectKey } from '@fairlead/kube-objects';
import { readClusterObjects, type SourceObject, type SourceProblem } from '@fairlead/manifests';
import { assumePods } from './assume-pods.ts';
import { CertificateReader } from './certificate-reader.ts';
import { describeSourceProblem } from './describe-source-problem.ts';
import { InputProblem } from './input-problem.ts';
import { parseWorldObject } from './parse-world-object.ts';
import { readTextFiles, type TextSources } from './read-text-files.ts';
import type { ObjectSource } from './source-flags.ts';
import type { World } from './world.ts';
import { WorldBuilder } from './world-builder.ts';

/** A world from files, and lines about what in them is not as it should be. */
export interface FileWorld {
  readonly world: World;
  readonly notices: readonly string[];
}

type FileSource = Extract<ObjectSource, { kind: 'files' }>;

/** A file beside manifests, such as the values of a chart, is no reason to give up. */
const isFatal = ({ severity, code }: SourceProblem): boolean =>
  severity === 'error' && code !== 'kind-missing' && code !== 'no-document';

const placeOf = ({ file, line }: Pick<SourceObject, 'file' | 'line'>): string => `${file}:${line}`;

class FileWorldReader {
  readonly #builder = new WorldBuilder(new CertificateReader());
  readonly #sources = new Map<ObjectKey, SourceObject>();
  readonly #notices: string[] = [];
  readonly #faults: string[] = [];
  #objectCount = 0;

  takeText(text: string, name: string): void {
    const { objects, problems } = readClusterObjects(text, name);
    for (const problem of problems)
      (isFatal(problem) ? this.#faults : this.#notices).push(describeSourceProblem(problem));
    for (const source of objects) this.#takeObject(source);
  }

  result({ files, assumesPods }: FileSource): FileWorld {
    if (this.#faults.length > 0) throw new InputProblem(this.#faults);
    if (this.#objectCount === 0)
      throw new InputProblem([...this.#notices, `${files.join(', ')}: There is no Kubernetes object in it.`]);
    const world = { ...this.#builder.build(), sources: this.#sources };
    if (assumesPods)
      this.#notices.push(`${assumePods(world.reader)} Pods are assumed to be ready (--assume-pods).`);
    return { world, notices: this.#notices };
  }

  #takeObject(source: SourceObject): void {
    this.#objectCount += 1;
    const taken = this.#builder.add(source.object);
    if (taken === undefined) return;
    if ('reason' in taken) this.#tellUnreadable(source, taken.reason);
    else this.#remember(source, taken.key);
  }

  #remember(source: SourceObject, key: ObjectKey): void {
    const before = this.#sources.get(key);
    if (before !== undefined)
      this.#notices.push(`${placeOf(source)}: ${key} stands in ${placeOf(before)}, too; this one counts.`);
    this.#sources.set(key, source);
    const object = parseWorldObject(source.object);
    const whole = object === undefined ? undefined : parseWholeObject(object);
    if (whole?.kind === 'Unreadable') this.#notices.push(`${placeOf(source)}: ${key}: ${whole.reason}.`);
  }

  /** Without a name kubectl refuses an object; one of another API version is somebody else's. */
  #tellUnreadable(source: SourceObject, reason: string): void {
    const isFault =
      !reason.includes('apiVersion') && !JSON.stringify(source.object).includes('"generateName"');
    const line = `${placeOf(source)}: This object is left out: ${reason}.`;
    (isFault ? this.#faults : this.#notices).push(line);
  }
}

/** The world in the files that `--file` names. What cannot be read at all is an {@link InputProblem}. */
export async function readFileWorld(source: FileSource, sources: TextSources): Promise<FileWorld> {
  const reader = new FileWorldReader();
  for (const { name, text } of await readTextFiles(source.files, sources)) reader.takeText(text, name);
  return reader.result(source);
}
