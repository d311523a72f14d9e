import { createServer, type Server } from 'node:http';
import { type Database, databaseDoor, listen } from '../../simulator/database';

let engine: Server;
let door: Database;

beforeEach(async () => {
  engine = createServer((incoming, outgoing) => {
    incoming.resume();
    outgoing.end(`did ${String(incoming.headers['x-amz-target'])}`);
  });
  door = await databaseDoor(`http://127.0.0.1:${await listen(engine, 0)}`);
});
afterEach(async () => {
  await door.close();
  engine.closeAllConnections();
  engine.close();
});

async function ask(operation: string): Promise<string> {
  const target = `DynamoDB_20120810.${operation}`;
  const answer = await fetch(door.endpoint, { method: 'POST', headers: { 'x-amz-target': target }, body: '{}' });
  return answer.text();
}

test('lets everything through, and counts reads and writes', async () => {
  const operations = [
    'Query',
    'UpdateItem',
    'GetItem',
    'BatchGetItem',
    'PutItem',
    'DeleteItem',
    'BatchWriteItem',
    'DescribeTable',
  ];
  for (const operation of operations) expect(await ask(operation)).toBe(`did DynamoDB_20120810.${operation}`);
  expect(door.takeCalls()).toEqual({ read: 3, write: 4 });
  expect(door.takeCalls()).toEqual({ read: 0, write: 0 });
});

test('refuses everybody while it is shut, and opens again at the same address', async () => {
  const { endpoint } = door;
  await door.setUp(false);
  await door.setUp(false);
  await expect(ask('Query')).rejects.toThrow('fetch failed');
  expect(door.takeCalls()).toEqual({ read: 0, write: 0 });
  await door.setUp(true);
  await door.setUp(true);
  expect(await ask('Query')).toBe('did DynamoDB_20120810.Query');
  expect(door.endpoint).toBe(endpoint);
});
