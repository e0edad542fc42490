/** What a server says within some time (milliseconds); one that hangs rejects, and holds up nobody. */
export function within<T>(time: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The language server does not answer.')), time);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
