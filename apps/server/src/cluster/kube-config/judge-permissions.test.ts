import { expect, test } from 'vitest';
import { ClusterProblem } from '../cluster-problem.ts';
import { judgePermissions } from './judge-permissions.ts';
import { parseKubeConfig } from './parse-kube-config.ts';

const factsOf = (user: string) =>
  parseKubeConfig(
    `{apiVersion: v1, kind: Config, clusters: [], contexts: [], users: [{name: ann, user: ${user}}]}`,
    '/home/ann/config',
  );

const withToken = '{token: secret}';
const withProgram = '{exec: {apiVersion: client.authentication.k8s.io/v1, command: login}}';

function judge(mode: number, user = withToken, path = '/home/ann/config'): string | undefined {
  try {
    return judgePermissions(path, mode, factsOf(user));
  } catch (error) {
    if (error instanceof ClusterProblem) return `${error.code} ${error.message} ${error.hint}`;
    throw error;
  }
}

test.each([0o100600, 0o100400, 0o100700])('a file of mode %o belongs to its owner alone', (mode) => {
  expect(judge(mode)).toBeUndefined();
});

test.each([
  withToken,
  '{username: ann, password: secret}',
  '{client-certificate-data: YQ==, client-key-data: YQ==}',
  '{auth-provider: {name: oidc, config: {refresh-token: secret}}}',
])('a file that holds %s is told of when every user of the machine may read it', (user) => {
  expect(judge(0o100644, user)).toBe(
    'The kubeconfig /home/ann/config can be read by every user of this machine, and holds credentials. ' +
      'Run: chmod 600 /home/ann/config',
  );
});

test.each([withProgram, '{tokenFile: /run/token}', '{client-certificate: a.crt, client-key: a.key}', '{}'])(
  'a file that holds only %s gives nothing away to whoever reads it',
  (user) => {
    expect(judge(0o100644, user)).toBeUndefined();
  },
);

test('a file that every user of the machine may write is refused, whatever it holds', () => {
  expect(judge(0o100666, withProgram)).toContain('can be written by every user of this machine.');
  expect(judge(0o100602, '{}')).toContain('KUBECONFIG_EXPOSED');
});

test('what only the group may do is said and allowed', () => {
  expect(judge(0o100640)).toBe(
    'The kubeconfig /home/ann/config can be read by its group, and holds credentials. Run: chmod 600 /home/ann/config',
  );
  expect(judge(0o100660, withProgram)).toContain('can be written by its group.');
  expect(judge(0o100640, withProgram)).toBeUndefined();
});

test('the command can be pasted as it is', () => {
  expect(judge(0o100640, withToken, "/home/ann's files/config")).toMatch(
    / chmod 600 '\/home\/ann'\\''s files\/config'$/,
  );
});
