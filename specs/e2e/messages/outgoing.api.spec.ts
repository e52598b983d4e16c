import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from '../../../fixtures';
import { sendPrescription, somebody } from '../prescriptions/support/prescriptions';
import { test } from '../support/inside';
import { answerOf } from './support/answer';
import type { List } from './support/threads';

/** A port that nothing listens on: it was free a moment ago. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test.describe('notices on their way', { tag: ['@area:messages', '@needs:notification-service', '@needs:prescription-service', '@needs:database'] }, () => {
  test('an action goes on without the notification service, and its notice arrives once that is there', async ({ inside }) => {
    const port = String(await freePort());
    const prescriptions = await inside.start('prescription-service', {
      NOTIFICATION_URL: `http://127.0.0.1:${port}`,
    });
    const owner = await inside.asPerson(prescriptions);
    const patient = somebody();
    const made = await answerOf<{ number: string }>(await sendPrescription(owner.request, { patient }), 201);
    const notifications = await inside.start('notification-service', { PORT: port });
    const reader = await inside.asPerson(notifications, { userId: patient.id, accountId: owner.accountId });
    const told = async () => (await answerOf<List<object>>(await reader.request.get('/api/notifications'))).items;
    await expect.poll(told, { timeout: 10_000 }).toHaveLength(1);
    expect(await told()).toMatchObject([
      { kind: 'prescription.received', title: expect.stringContaining(made.number) },
    ]);
  });
});
