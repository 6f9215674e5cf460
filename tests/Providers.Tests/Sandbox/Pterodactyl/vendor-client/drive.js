// Drives the sandbox with PteroJS as a hosting script would: administrator work, then a player's console.
// Arguments: panel URL, application key, client key. Prints one JSON object with what it saw.
const { PteroApp, PteroClient } = require('@devnote-dev/pterojs');

const [panel, applicationKey, clientKey] = process.argv.slice(2);
const app = new PteroApp(panel, applicationKey);
const client = new PteroClient(panel, clientKey);

const event = (shard, name, matches) =>
  new Promise((resolve) => {
    const listener = (...args) => {
      if (!matches(...args)) return;
      shard.off(name, listener);
      resolve(args);
    };
    shard.on(name, listener);
  });

async function createServer() {
  const users = await app.users.fetch();
  const nodes = await app.nodes.fetch();
  const nests = await app.nests.fetch();
  const nest = [...nests.values()].find((row) => row.name === 'Minecraft');
  const eggs = await app.nests.eggs.fetch(nest.id, { include: ['variables'] });
  const egg = [...eggs.values()].find((row) => row.name === 'Paper');
  // fetchAvailable of this library loses the node on the second page, so the first page has to do.
  const ports = (await app.allocations.fetch([...nodes.values()][0].id)).filter((row) => !row.assigned);
  const environment = {};
  for (const { attributes } of egg.relationships.variables.data)
    environment[attributes.envVariable] = attributes.defaultValue;
  const server = await app.servers.create({
    name: 'vendor client',
    user: [...users.values()][0].id,
    egg: egg.id,
    dockerImage: egg.dockerImage,
    startup: egg.startup,
    environment,
    limits: { memory: 1024, disk: 5120, cpu: 100, io: 500, swap: 0 },
    featureLimits: { allocations: 1, backups: 1, databases: 0 },
    allocation: { default: [...ports.values()][0].id },
  });
  return { users: users.size, nodes: nodes.size, eggs: eggs.size, server };
}

async function playConsole(uuid) {
  client.ws.useOrigin = true;
  const shard = client.addSocketServer(uuid);
  const lines = [];
  const packets = [];
  shard.on('rawPayload', (packet) => packets.push(packet.event));
  shard.on('serverOutput', (line) => lines.push(line));
  const authenticated = event(shard, 'authSuccess', () => true);
  const installed = event(shard, 'rawPayload', (packet) => packet.event === 'install completed');
  await shard.connect();
  await authenticated;
  await installed;
  const running = event(shard, 'statusUpdate', (state) => state === 'running');
  await client.servers.setPowerState(uuid, 'start');
  await running;
  const said = event(shard, 'serverOutput', (line) => line.endsWith('[Server] hello from pterojs'));
  await client.servers.sendCommand(uuid, 'say hello from pterojs');
  await said;
  const resources = await client.servers.fetchResources(uuid);
  const stopped = event(shard, 'statusUpdate', (state) => state === 'offline');
  await client.servers.setPowerState(uuid, 'stop');
  await stopped;
  client.removeSocketServer(uuid);
  return { lines, packets: [...new Set(packets)], state: resources.current_state ?? resources.currentState };
}

async function main() {
  const { server, ...seen } = await createServer();
  const console_ = await playConsole(server.identifier);
  await app.servers.delete(server.id);
  const left = await app.servers.fetch();
  process.stdout.write(JSON.stringify({ ...seen, ...console_, uuid: server.uuid, left: left.size }));
  process.exit(0);
}

main().catch((fault) => {
  process.stderr.write(`${fault.stack ?? fault}\n${JSON.stringify(fault.errors ?? null)}\n`);
  process.exit(1);
});
