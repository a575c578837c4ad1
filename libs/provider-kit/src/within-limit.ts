/** The result of `work` if it comes in time. The work is not stopped: a gateway may still complete it. @throws TimeoutError */
export async function withinLimit<T>(work: Promise<T> | T, limitMs: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, fail) => {
    const late = (): void => fail(new DOMException(`no response within ${limitMs} ms`, 'TimeoutError'));
    timer = setTimeout(late, limitMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
