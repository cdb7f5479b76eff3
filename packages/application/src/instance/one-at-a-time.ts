/** Runs one thing after another, in the order in which they came. */
export class OneAtATime {
  #former: Promise<unknown> = Promise.resolve();

  /** What `use` answers or throws, once all before it have ended. */
  run<T>(use: () => Promise<T>): Promise<T> {
    const turn = this.#former.then(use);
    this.#former = turn.catch(() => undefined);
    return turn;
  }
}
