import { spawn, type ChildProcess } from 'node:child_process';
import { ClusterProblem, type ClusterProblemCode } from '../cluster-problem.ts';
import type { ClusterFacts, ExecPluginFacts } from './kube-config-facts.ts';
import { parseExecCredential, type ExecCredential } from './parse-exec-credential.ts';

const maxOutputBytes = 1024 * 1024;

/** What a plugin runs with. */
export interface ExecSurroundings {
  /** The variables it inherits. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly timeLimitMs: number;
}

/** Tokens are long runs of letters without spaces: what a plugin says on stderr is shown without them. */
const withoutSecrets = (text: string): string => text.replace(/[\w\-.+/=]{32,}/g, '…');

function problem(
  { command, installHint }: ExecPluginFacts,
  { code, what, cause }: { code: ClusterProblemCode; what: string; cause?: unknown },
): ClusterProblem {
  return new ClusterProblem(code, `The credential plugin ${command} ${what}`, {
    hint:
      installHint ??
      'Run the program by hand, or any kubectl command with this context, and see what it says.',
    cause,
  });
}

/** `KUBERNETES_EXEC_INFO`: what a plugin is told, by the ExecCredential API. */
function execInfo({ apiVersion, provideClusterInfo }: ExecPluginFacts, cluster: ClusterFacts): string {
  const described = {
    server: cluster.server,
    'tls-server-name': cluster.tlsServerName,
    'insecure-skip-tls-verify': cluster.skipsTlsVerification || undefined,
    'certificate-authority-data': cluster.caData,
    'proxy-url': cluster.proxyUrl,
  };
  const spec = { interactive: false, ...(provideClusterInfo ? { cluster: described } : {}) };
  return JSON.stringify({ apiVersion, kind: 'ExecCredential', spec });
}

function start(
  plugin: ExecPluginFacts,
  cluster: ClusterFacts,
  { environment }: ExecSurroundings,
): ChildProcess {
  const own = Object.fromEntries(plugin.env.map(({ name, value }) => [name, value]));
  return spawn(plugin.command, plugin.args, {
    shell: false,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    env: { ...environment, ...own, KUBERNETES_EXEC_INFO: execInfo(plugin, cluster) },
  });
}

/** Runs the program to its end, without a shell. The last words on stderr belong to the failure. */
function collectOutput(child: ChildProcess, plugin: ExecPluginFacts, timeLimitMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    let complaint = '';
    const fail = (code: ClusterProblemCode, what: string, cause?: unknown): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      reject(problem(plugin, { code, what, cause }));
    };
    const timer = setTimeout(
      () => fail('EXEC_PLUGIN_FAILED', `did not answer within ${timeLimitMs / 1000} s`),
      timeLimitMs,
    );
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      if (output.length > maxOutputBytes) fail('EXEC_PLUGIN_FAILED', 'printed far too much');
    });
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      complaint = (complaint + chunk).slice(-2_000);
    });
    child.on('error', (error) => {
      const isMissing = 'code' in error && error.code === 'ENOENT';
      if (isMissing) fail('EXEC_PLUGIN_NOT_FOUND', 'was not found', error);
      else fail('EXEC_PLUGIN_FAILED', `could not be started: ${error.message}`, error);
    });
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      if (status === 0) return resolve(output);
      const said = withoutSecrets(complaint.trim().slice(-400));
      fail(
        'EXEC_PLUGIN_FAILED',
        `ended with ${signal ?? `status ${status}`}${said === '' ? '' : `: ${said}`}`,
      );
    });
  });
}

/** Runs a credential plugin once (`client.authentication.k8s.io/v1` or `v1beta1`). */
export async function runExecPlugin(
  plugin: ExecPluginFacts,
  cluster: ClusterFacts,
  surroundings: ExecSurroundings,
): Promise<ExecCredential> {
  if (plugin.command === '') throw problem(plugin, { code: 'EXEC_PLUGIN_NOT_FOUND', what: 'has no command' });
  if (plugin.needsTerminal)
    throw problem(plugin, {
      code: 'EXEC_PLUGIN_FAILED',
      what: 'wants to ask questions in a terminal (interactiveMode: Always)',
    });
  const output = await collectOutput(start(plugin, cluster, surroundings), plugin, surroundings.timeLimitMs);
  const credential = parseExecCredential(output, plugin.apiVersion);
  if (typeof credential === 'string') throw problem(plugin, { code: 'EXEC_PLUGIN_FAILED', what: credential });
  return credential;
}
