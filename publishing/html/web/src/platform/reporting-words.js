/** What a reader is told where the course is served together with a record store. */

export const NAME = '姓名或编号（可不填）';
export const START = '开始上报';
export const STOP = '停止上报';
export const LATER = '记录库现在没有收下：作答留在这台设备上，下次提交或重新打开时补发。';

/** @param {string} store */
export function off(store) {
  return `这里接着一个学习记录库（${store}）。现在什么也不发；按“开始上报”，以后每次提交的作答、对错、得分、用时会发给它。`;
}

/** @param {string} store @param {string} reader */
export function on(store, reader) {
  return `正在上报：以后每次提交的作答、对错、得分、用时发给记录库（${store}），署名“${reader}”。`;
}
