/** A promise with a timeout (milliseconds): a server that hangs rejects and blocks nobody. */
export function withTimeout<T>(time: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The language server does not answer.')), time);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
