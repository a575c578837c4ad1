import type { Request, Response } from 'express';

// So long the rest of a body is taken and dropped: who is still sending reads no answer, and a socket closed at once loses it.
const LINGER_MS = 2000;

/** Calls back once: when the length that was announced, or the bytes that came, are more than `limit`. */
export function onceTooLarge(request: Request, limit: number, tell: () => void): void {
  if (Number(request.headers['content-length'] ?? 0) > limit) return tell();
  if (request.headers['transfer-encoding'] === undefined) return;
  let bytes = 0;
  const count = (chunk: Buffer): void => {
    bytes += chunk.length;
    if (bytes <= limit) return;
    request.off('data', count);
    tell();
  };
  request.on('data', count);
}

/** Answers without reading the body to its end, and closes the connection. */
export function closeAfterAnswer(request: Request, response: Response): void {
  const { socket } = request;
  response.set('Connection', 'close');
  request.resume();
  // What Node does when the answer is written.
  socket.destroySoon = () => {
    socket.end();
    setTimeout(() => socket.destroy(), LINGER_MS).unref();
    request.once('end', () => socket.destroy());
  };
}
