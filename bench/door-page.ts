// What is timed in the page of a phone. Sent into the browser as it stands, so it knows nothing from outside itself.

export type Times = { ticket: number[]; letters: number[]; press: number[]; painted: number[] };

/**
 * Milliseconds from something arriving at the page until the answer stands in it, laid out. `painted`: until the frame that
 * shows it, which also waits for the screen's next refresh.
 */
export async function verdictTimes({ tickets, names }: { tickets: string[]; names: string[] }): Promise<Times> {
  const times: Times = { ticket: [], letters: [], press: [], painted: [] };
  const root = document.querySelector('.door-phone') as HTMLElement;
  const field = () => document.querySelector('#door-query') as HTMLInputElement;
  // A quick lane lets one in every five seconds. Here it is ten a second, so that the phone is talking all the while.
  const BETWEEN_MS = 100;
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
  const timed = (act: () => void, isThere: () => boolean): Promise<number> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`no answer: ${root.innerText.slice(0, 300)}`)), 20_000);
      const begun = performance.now();
      const look = () => {
        if (!isThere()) return;
        seen.disconnect();
        clearTimeout(late);
        root.getBoundingClientRect();
        const took = performance.now() - begun;
        // The frame is drawn once its callbacks have run.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            times.painted.push(performance.now() - begun);
            resolve(took);
          };
          port2.postMessage(null);
        });
      };
      const seen = new MutationObserver(look);
      seen.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
      act();
    });
  const type = (text: string) => {
    field().value = text;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  };
  // Every guest has another name: what the card says is another verdict's when it says something else.
  const card = () => document.querySelector('.door-card')?.textContent ?? '';

  for (const ticket of tickets) {
    const before = card();
    times.ticket.push(
      await timed(
        () => type(ticket),
        () => card() !== '' && card() !== before,
      ),
    );
    if (names.length > 0) await pause(BETWEEN_MS);
  }
  for (const [n, name] of names.entries()) {
    // As people type: letter by letter, now and then a wrong one.
    const letters = n % 3 === 0 ? `${name.slice(0, 2)}x${name.slice(3)}` : name.toLowerCase();
    for (const end of [1, 2, 3, 5, letters.length]) {
      const shown = () => document.querySelector('.door-found, .door-hint')?.textContent ?? '';
      const before = shown();
      type('');
      await pause(0);
      const empty = shown();
      times.letters.push(
        await timed(
          () => type(letters.slice(0, end)),
          () => shown() !== empty || before === '',
        ),
      );
    }
    const row = document.querySelector<HTMLButtonElement>('.door-guest');
    if (!row) continue;
    const before = card();
    times.press.push(
      await timed(
        () => row.click(),
        () => card() !== '' && card() !== before,
      ),
    );
    await pause(BETWEEN_MS);
  }
  type('');
  return times;
}
