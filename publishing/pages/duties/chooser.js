/** The choice of a role. */
import { make } from '../../html/web/src/frame/dom.js';

/** @typedef {import('./script.js').Role} Role */

/**
 * @param {Role[]} roles
 * @param {Role | undefined} chosen
 * @param {(id: string) => void} changed
 */
export function chooser(roles, chosen, changed) {
  const choice = make('select', { id: 'duties-role' });
  if (!chosen) choice.append(make('option', { value: '' }, '请选择'));
  for (const { id, name, count } of roles) {
    choice.append(make('option', { value: id }, `${name}（${count} 项）`));
  }
  choice.value = chosen?.id ?? '';
  choice.addEventListener('change', () => {
    choice.querySelector('option[value=""]')?.remove();
    changed(choice.value);
  });
  return make(
    'p',
    { class: 'duties-choice' },
    make('label', { for: 'duties-role' }, '我的岗位'),
    choice,
  );
}
