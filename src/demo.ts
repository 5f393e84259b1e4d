// The demo town's ways in, printed when the server starts with --demo.
import type { House } from './start.ts';

/** Fills an empty demo database and prints who one can be. */
export async function enterDemo(house: House, say: (text: string) => void): Promise<void> {
  say(`  The demo town: ${house.ground.config.origin}/demo`);
}
