// Pointing at the page: the page hears nothing of it and is left as it was.
import { afterEach, expect, test, vi } from 'vitest';
import { pickElement, stepFrom } from '../../utils/mending/pick.ts';

const heard = vi.fn();
const own = document.createElement('span');
let stop = () => {};
afterEach(() => {
  stop();
  heard.mockClear();
});

function begin(pressing = false) {
  document.body.innerHTML = '<main><h1 id="a">Judul</h1><script></script><p id="b">Isi <b id="c">tebal</b></p></main>';
  document.body.append(own);
  for (const type of ['click', 'keydown', 'pointerdown']) document.body.addEventListener(type, heard);
  const done = { picked: vi.fn(), cancelled: vi.fn(), moved: vi.fn() };
  stop = pickElement({ window, own, start: document.querySelector('h1'), pressing: () => pressing, ...done });
  return done;
}
const at = (id: string) => document.getElementById(id) as HTMLElement;
const send = (target: Element, event: Event) => target.dispatchEvent(event);
const click = () => new MouseEvent('click', { bubbles: true, cancelable: true });
const key = (name: string) => new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true });

test('a click takes the element, and the page does not hear of it', () => {
  const { picked } = begin();
  send(at('c'), new Event('pointermove', { bubbles: true }));
  const event = click();
  send(at('c'), event);
  expect(picked).toHaveBeenCalledExactlyOnceWith(at('c'));
  expect(event.defaultPrevented).toBe(true);
  expect(heard).not.toHaveBeenCalled();
  send(at('c'), click());
  expect(picked).toHaveBeenCalledOnce();
  expect(heard).toHaveBeenCalledOnce();
});

test('by keyboard: the arrows walk the page, Enter takes, Esc ends', () => {
  const { picked, moved, cancelled } = begin();
  for (const name of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowUp']) send(document.body, key(name));
  expect(moved.mock.calls.map(([element]) => element.id)).toEqual(['a', 'b', 'c', 'b']);
  send(document.body, key('Enter'));
  expect(picked).toHaveBeenCalledExactlyOnceWith(at('b'));
  const again = begin();
  send(document.body, key('Escape'));
  expect(again.cancelled).toHaveBeenCalledOnce();
  expect(cancelled).not.toHaveBeenCalled();
  expect(heard).not.toHaveBeenCalled();
});

test('our own bar stays usable: presses on it, and Enter on its button', () => {
  const { picked, moved } = begin(true);
  send(own, click());
  send(own, new Event('pointermove', { bubbles: true }));
  const enter = key('Enter');
  send(own, enter);
  expect(enter.defaultPrevented).toBe(false);
  expect(picked).not.toHaveBeenCalled();
  expect(moved).not.toHaveBeenCalled();
});

test('the page’s elements are as they were, also while one is outlined', () => {
  const { moved } = begin();
  const before = document.querySelector('main')?.outerHTML;
  send(at('b'), new Event('pointermove', { bubbles: true }));
  expect(moved).toHaveBeenCalledWith(at('b'));
  expect(document.querySelector('main')?.outerHTML).toBe(before);
  stop();
  expect(document.documentElement.lastElementChild).toBe(document.body);
});

test('there is no step out of the page', () => {
  begin();
  expect(stepFrom(document.querySelector('main') as Element, 'ArrowUp')).toBeNull();
  expect(stepFrom(at('c'), 'ArrowDown')).toBeNull();
  expect(stepFrom(at('c'), 'x')).toBeNull();
});
