// Name and mail address of somebody we do not know yet; the code follows by mail.
import { Field } from './field.tsx';
import type { Fields } from './fields-of.ts';

type Props = Pick<Fields, 'of'> & {
  /** What the two are called here. */
  labels: { name: string; address: string };
};

/** Two fields, `name` and `address`, which a browser can fill by itself. */
export function WhoAsks({ of, labels }: Props) {
  return (
    <>
      <Field label={labels.name} {...of('name')} autocomplete="name" maxlength={120} required />
      <Field label={labels.address} {...of('address')} type="email" autocomplete="email" maxlength={254} required />
    </>
  );
}
