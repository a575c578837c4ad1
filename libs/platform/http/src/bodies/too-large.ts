import type { Request, Response } from 'express';

// How long the rest of a body is read and dropped: a client that is still sending reads no response, and closing the socket at
// once would lose it.
const LINGER_MS = 2000;

/** Calls back once, when the announced length or the received bytes exceed `limit`. */
export function onceTooLarge(request: Request, limit: number, onExceeded: () => void): void {
  if (Number(request.headers['content-length'] ?? 0) > limit) return onExceeded();
  if (request.headers['transfer-encoding'] === undefined) return;
  let bytes = 0;
  const countBytes = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (bytes <= limit) return;
    request.off('data', countBytes);
    onExceeded();
  };
  request.on('data', countBytes);
}

/** Responds without reading the whole body, and closes the connection. */
export function closeAfterResponse(request: Request, response: Response): void {
  const { socket } = request;
  response.set('Connection', 'close');
  request.resume();
  // Node calls this when the response is written.
  socket.destroySoon = () => {
    socket.end();
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
    request.once('end', () => socket.destroy());
  };
}
