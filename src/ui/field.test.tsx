// A question, its hint and its error belong together also for those who do not see them side by side.
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Checkbox, Choice, ErrorSummary, Field, FileField, Select, TextArea } from './field.tsx';
import { view } from './look-view.ts';
import { Speaking } from './words.ts';

const both = { label: 'Title', name: 'talk.title', error: 'It needs a name.', hint: 'Short.' };

describe('a field', () => {
  it.each([
    ['Field', <Field key="f" {...both} />],
    ['TextArea', <TextArea key="t" {...both} />],
    ['Select', <Select key="s" {...both} options={[{ value: 'a', label: 'A' }]} />],
    ['FileField', <FileField key="i" {...both} />],
    ['Checkbox', <Checkbox key="c" {...both} />],
  ])('%s ties label, hint and error to its control', (_, field) => {
    const html = renderToString(field);
    expect(html).toContain('id="f-talk-title"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="f-talk-title-error f-talk-title-hint"');
    expect(html).toContain('id="f-talk-title-error">It needs a name.');
    expect(html).toContain('id="f-talk-title-hint">Short.');
    if (!html.includes('type="checkbox"')) expect(html).toContain('for="f-talk-title"');
  });

  it('says nothing of errors when there are none', () => {
    const html = renderToString(<Field label="Title" name="title" value="Queues" />);
    expect(html).not.toMatch(/aria-invalid|aria-describedby|ui-error/);
    expect(html).toContain('value="Queues"');
  });

  it('keeps what was typed, as text', () => {
    expect(renderToString(<Field {...both} value={'"><script>'} />)).toContain('value="&quot;>&lt;script>');
    expect(renderToString(<TextArea {...both} value="</textarea><b>" />)).toContain('&lt;/textarea>&lt;b>');
  });

  it('says "optional" in the language of the page', () => {
    const html = renderToString(
      <Speaking.Provider value="de">
        <Field label="Name" name="name" optional />
      </Speaking.Provider>,
    );
    expect(html).toContain('freiwillig');
  });
});

describe('a choice', () => {
  const options = [
    { value: 'free', label: 'Free', hint: 'Most are.' },
    { value: 'fee', label: 'Fee' },
  ];

  it('is one group with a legend, its first option reachable from an error', () => {
    const html = renderToString(<Choice label="Cost" name="posture" error="Pick one." value="fee" options={options} />);
    expect(html).toMatch(/<fieldset[^>]*aria-describedby="f-posture-error"/);
    expect(html).toContain('<legend');
    expect(html).toMatch(/id="f-posture" name="posture" value="free"/);
    expect(html).toMatch(/value="fee" checked/);
  });
});

describe('the summary of what is wrong', () => {
  it('is absent when nothing is', () => {
    expect(renderToString(<ErrorSummary view={view()} errors={[]} />)).toBe('');
  });

  it('links each line to its field', () => {
    const errors = [{ field: 'talk.title', label: 'Title', error: 'It needs a name.' }];
    const html = renderToString(<ErrorSummary view={view()} errors={errors} />);
    expect(html).toContain('role="alert"');
    expect(html).toContain('href="#f-talk-title"');
    expect(html).toContain('One thing needs another look');
  });
});
