import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';

/**
 * Readies a server to hang up when it ends. Node would wait for every connection whose request has not come whole, and for those on which none
 * was ever sent: browsers open such ones ahead, and keep them. Connections of socket.io are left to it.
 * @returns hangs up: on those who wait for an answer after it, on all others now
 */
export function readyToHangUp(server: Server): () => void {
  const connections = new Set<Duplex>();
  const answering = new Set<Duplex>();
  let ends = false;
  server.on('connection', (connection) => {
    if (ends) return void connection.destroy();
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  server.on('upgrade', (_, connection) => connections.delete(connection));
  server.on('request', ({ socket }, response) => {
    answering.add(socket);
    response.once('close', () => {
      answering.delete(socket);
      if (ends) socket.destroySoon();
    });
  });
  return () => {
    ends = true;
    for (const connection of connections) if (!answering.has(connection)) connection.destroy();
  };
}
