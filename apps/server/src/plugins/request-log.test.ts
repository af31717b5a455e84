import { expect, test } from 'vitest';
import { openTestApp } from '../testing/test-app.ts';

test('the log holds method, route, status and duration, and nothing a person typed or owns', async () => {
  const lines: string[] = [];
  const { app, headers, session, directory } = await openTestApp({
    log: { level: 'info', stream: { write: (line) => lines.push(line) } },
  });
  directory.getClient = () => Promise.reject(new Error('unexpected'));
  const canary = 'canary-1234';
  await app.inject({
    url: `/api/contexts/${canary}?x=${canary}`,
    headers: { ...headers, 'x-canary': canary },
  });
  await app.inject({
    method: 'POST',
    url: '/api/session/code',
    headers,
    payload: { code: canary },
  });
  await app.inject({
    url: `/${canary}`,
    headers: { host: 'evil.test', authorization: `Bearer ${session.token}` },
  });
  const text = lines.join('');
  expect(text).toContain('"route":"/api/contexts/:context"');
  expect(text).toContain('"statusCode":401');
  expect(text).toContain('"message":"unexpected"');
  expect(text).not.toContain(canary);
  expect(text).not.toContain(session.token);
});
