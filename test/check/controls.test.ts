import { expect, test } from 'vitest';
import { findingsOf } from './source.ts';

/** Each is an HTML block of its own, below a title. */
async function linesOf(html: readonly string[]): Promise<readonly string[]> {
  return findingsOf('control-name', `# Title\n\n${html.join('\n\n')}\n`);
}

test('controls without a name, and what they are', async () => {
  const found = await linesOf([
    '<button></button>',
    '<p>Press <button><svg width="9" height="9"><path d="M0 0h9"/></svg></button></p>',
    '<button><img src="a.png" alt=""></button>',
    '<input>',
    '<input type="checkbox"> Yes',
    '<input type="radio" name="a">',
    '<input type="range">',
    '<input type="image" src="a.png">',
    '<input type="button">',
    '<select><option>Red</option><option>Blue</option></select>',
    '<textarea>My notes</textarea>',
    '<label>  </label><input id="b">',
    '<label for="c"></label><input id="c">',
    '<label><select><option>Red</option></select></label>',
    '<label for="elsewhere">Name <input id="d"></label>',
    '<details><summary></summary>More</details>',
    '<div role="button" tabindex="0"></div>',
    '<span role="checkbox" aria-checked="true"></span>',
    '<div role="textbox" contenteditable>Text</div>',
    '<input aria-labelledby="nothing">',
    '<button aria-label=" "></button>',
    '<meter value="0.5"></meter>',
    '<progress value="0.5"></progress>',
  ]);
  expect(found).toEqual(
    [
      'this button has no text',
      'this button has no text',
      'this button has no text',
      'this text field has no label',
      'this checkbox has no label',
      'this radio button has no label',
      'this slider has no label',
      'this button has no text',
      'this button has no text',
      'this drop-down list has no label',
      'this text field has no label',
      'this text field has no label',
      'this text field has no label',
      'this drop-down list has no label',
      'this text field has no label',
      'this summary has no text',
      'this button has no text',
      'this checkbox has no text',
      'this text field has no label',
      'this text field has no label',
      'this button has no text',
      'this meter has no label',
      'this progress bar has no label',
    ].map((message, index) =>
      expect.stringMatching(new RegExp(`^${index * 2 + 3}:\\d+ ${message}$`)),
    ),
  );
});

test('controls that have one, or need none', async () => {
  const found = await linesOf([
    '<button>Next</button>',
    '<button aria-label="Next"></button>',
    '<button title="Next">→</button>',
    '<button><img src="a.png" alt="Next"></button>',
    '<button><svg><title>Next</title><path d="M0 0h9"/></svg></button>',
    '<input type="submit"> <input type="reset"> <input type="hidden">',
    '<input type="button" value="Next">',
    '<input type="image" src="a.png" alt="Next">',
    '<label>Name <input></label>',
    '<label for="e">Name</label> <input id="e">',
    '<p id="f">Name</p><input aria-labelledby="f">',
    '<input placeholder="Name">',
    '<label><input type="checkbox"> I agree</label>',
    '<label>Color <select><option>Red</option></select></label>',
    '<details><summary>More</summary>More</details> <details>More</details>',
    '<div role="button" tabindex="0">Next</div>',
    '<button aria-hidden="true"></button> <div aria-hidden="true"><input></div>',
    '<button hidden></button> <input style="display: none">',
    '<label>Done <progress value="0.5"></progress></label>',
    '<a href="https://example.org" role="button">Shop</a> <a id="here"></a>',
    '`<button></button>`',
  ]);
  expect(found).toEqual([]);
  const notes = '# Title\n\nText\n\nNote:\n<button></button>\n';
  expect(await findingsOf('control-name', notes)).toEqual([]);
});
