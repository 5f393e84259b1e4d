// The forms of the look page: one to be filled in, one that came back with things to look at.
import { Button } from './button.tsx';
import { Checkbox, Choice, ErrorSummary, Field, FileField, Select, TextArea } from './field.tsx';
import { Actions } from './section.tsx';
import type { View } from './view.ts';

type LookFormProps = { kind: 'seat' } | { kind: 'wrong'; view: View };

export function LookForm(props: LookFormProps) {
  return props.kind === 'seat' ? <SeatForm /> : <WrongForm view={props.view} />;
}

function SeatForm() {
  return (
    <form method="post" action="#">
      <Field label="Your name" name="guest_name" value="Nguyễn Thị Hạnh" autocomplete="name" />
      <Field
        label="Where we mail the code"
        name="guest_address"
        type="email"
        placeholder="you@example.org"
        autocomplete="email"
        required
      />
      <Button>Take a seat</Button>
    </form>
  );
}

const wrong = {
  title: 'The evening needs a name people can say.',
  date: 'On 29 March the clock jumps over 02:30. Did you mean 01:30 or 03:30?',
  posture: 'Pick one, so that people know before they come.',
  rules: 'Taking a seat means agreeing to the code of conduct.',
};

function WrongForm({ view }: { view: View }) {
  return (
    <form method="post" action="#" class="ui-form" encType="multipart/form-data">
      <ErrorSummary
        view={view}
        errors={[
          { field: 'title', label: 'Title', error: wrong.title },
          { field: 'date', label: 'Day', error: wrong.date },
          { field: 'posture', label: 'What it costs', error: wrong.posture },
          { field: 'rules', label: 'Code of conduct', error: wrong.rules },
        ]}
      />
      <Field label="Title" name="title" value="" error={wrong.title} hint="Short, as you would say it to a friend." />
      <Field label="Address of the page" name="slug" prefix="ugroup.example/" value="lakeside" />
      <Field label="Day" name="date" type="date" value="2026-03-29" error={wrong.date} />
      <Field label="Seats" name="seats" type="number" inputmode="numeric" value={40} min={1} />
      <Field
        label="Code from the mail"
        name="code"
        value="482 913"
        autocomplete="one-time-code"
        inputmode="numeric"
        hint="Six digits. It works for ten minutes."
      />
      <Field label="A field that sleeps" name="asleep" value="Set by the network" disabled />
      <TextArea
        label="About the evening"
        name="about"
        optional
        hint="Markdown works."
        value={'Two talks about waiting.\n'}
      />
      <Select
        label="Language"
        name="speaks"
        value="de"
        options={[
          { value: 'en', label: 'English' },
          { value: 'de', label: 'Deutsch' },
          { value: 'ja', label: '日本語' },
        ]}
      />
      <Choice
        label="What it costs"
        name="posture"
        error={wrong.posture}
        options={[
          { value: 'free', label: 'Free', hint: 'Most evenings are.' },
          { value: 'deposit', label: 'Deposit', hint: 'Comes back at the door; nobody is turned away for it.' },
        ]}
      />
      <FileField label="Mark" name="mark" optional hint="SVG or PNG, at most 512 kB." accept=".svg,.png" />
      <Checkbox label="I have read the code of conduct" name="rules" error={wrong.rules} />
      <Checkbox label="I bring one more person" name="plus_one" checked hint="They need no name yet." />
      <Actions>
        <Button>Announce it</Button>
        <Button kind="quiet" name="then" value="draft">
          Keep it as a draft
        </Button>
      </Actions>
    </form>
  );
}
