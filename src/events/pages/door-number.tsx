// A phone number one can press.

/** As it was typed, and dialled by pressing it. */
export function DoorNumber({ number }: { number: string }) {
  return (
    <a class="events-nowrap" href={`tel:${number.replace(/[^+\d]/g, '')}`} dir="ltr">
      {number}
    </a>
  );
}
