import { kindSchemaPath, kindSchemaReplySchema } from '@fairlead/api-contract';
import { expect, test } from 'vitest';
import { openTestApp } from '../../testing/test-app.ts';

test('a schema comes with the version of the API server it is of', async () => {
  const { app, headers, directory } = await openTestApp();
  const reply = await app.inject({ url: kindSchemaPath('demo', 'Ingress'), headers });
  expect(kindSchemaReplySchema.parse(reply.json())).toEqual({
    serverVersion: 'v1.34.1',
    schema: { type: 'object' },
  });
  expect(directory.client.asked).toEqual(['schema of Ingress', 'version']);
});

test.each(['Secret', 'Pod', 'constructor', '..%2f..'])('there is no schema of %s', async (kind) => {
  const { app, headers, directory } = await openTestApp();
  const reply = await app.inject({ url: `/api/contexts/demo/schemas/${kind}`, headers });
  expect(reply.statusCode).toBe(400);
  expect(directory.client.asked).toEqual([]);
});
