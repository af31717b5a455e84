import { Agent, get } from 'node:http';
import { kindInfo, kinds, type Kind } from '@fairlead/kube-objects';

/** Both sides read pages of this size. */
const pageLimit = 500;

interface ListPageJson {
  readonly metadata: { readonly continue?: string };
  readonly items: readonly { readonly metadata: { readonly name: string; readonly namespace?: string } }[];
}

function drain(url: string, agent: Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve(Buffer.concat(parts)));
      response.on('error', reject);
    }).on('error', reject);
  });
}

/** The simplest reader there is: page after page drained with bare `node:http` and parsed whole. Returns all bytes read. */
export async function drainLists(
  origin: string,
  onPage: (kind: Kind, page: ListPageJson) => void,
): Promise<number> {
  const agent = new Agent({ keepAlive: true });
  let bytes = 0;
  for (const kind of kinds) {
    const { group, version, resource } = kindInfo(kind);
    const path = group === '' ? `/api/${version}/${resource}` : `/apis/${group}/${version}/${resource}`;
    for (let token: string | undefined = ''; token !== undefined;) {
      const body = await drain(`${origin}${path}?limit=${pageLimit}&continue=${token}`, agent);
      bytes += body.length;
      const page = JSON.parse(body.toString('utf8')) as ListPageJson;
      onPage(kind, page);
      token = page.metadata.continue;
    }
  }
  agent.destroy();
  return bytes;
}
