import type { JsonObject } from '@fairlead/manifests';
import {
  buildRoutingIndex,
  findProfile,
  type ControllerOptions,
  type ProfileName,
  type RoutingIndex,
  type RoutingWorld,
} from '@fairlead/routing';
import type { CertificateReader } from '../input/certificate-reader.ts';
import { WorldBuilder } from '../input/world-builder.ts';

interface KnownWorld {
  readonly text: string;
  readonly world: RoutingWorld;
  /** By profile and options. */
  readonly indexes: Map<string, RoutingIndex>;
}

/** The last world of a batch, which the next lines often ask about too. */
export class WorldMemory {
  readonly #certificateReader: CertificateReader;
  #last: KnownWorld | undefined;

  constructor(certificateReader: CertificateReader) {
    this.#certificateReader = certificateReader;
  }

  /** The routing index of a world of objects, by one controller. */
  indexOf(
    objects: readonly JsonObject[],
    { profile, options }: { readonly profile: ProfileName; readonly options: ControllerOptions },
  ): RoutingIndex {
    const { world, indexes } = this.#worldOf(objects);
    const key = JSON.stringify([profile, options]);
    const known = indexes.get(key);
    if (known !== undefined) return known;
    const index = buildRoutingIndex(world, findProfile(profile), options);
    indexes.set(key, index);
    return index;
  }

  #worldOf(objects: readonly JsonObject[]): KnownWorld {
    const text = JSON.stringify(objects);
    if (this.#last?.text === text) return this.#last;
    const builder = new WorldBuilder(this.#certificateReader);
    for (const object of objects) builder.add(object);
    this.#last = { text, world: builder.build(), indexes: new Map() };
    return this.#last;
  }
}
