/** Messages about reporting: who receives what, and when. */

export const TITLE = '上报学习记录';
export const NAME = '姓名或编号（可不填）';
export const START = '开始上报';
export const ASK = '怎样上报';
export const DECLINE = '不上报';
export const STOP = '停止上报';
export const ABOUT = '数据说明';

const WHAT =
  '打开课程的时间、每次学了多久，此后提交的每道题的作答、对错、得分、用时，以及学完没有、合格没有';

/** @param {string} of Who runs the record store. */
export function offer(of) {
  return `这门课程可以向“${of}”上报学习记录。现在什么也不发，由你决定。`;
}

/** @param {string} of */
export function details(of) {
  return `按“${START}”以后，发给“${of}”的是：${WHAT}；署你填的姓名或编号，不填就署一个随机的编号。以前的作答、笔记和复习不发。随时可以停止，停止以后什么也不再发。`;
}

/** @param {string} of */
export function off(of) {
  return `没有向“${of}”上报学习记录。`;
}

/** @param {string} of @param {string} reader */
export function on(of, reader) {
  return `正在向“${of}”上报学习记录，署名“${reader}”。`;
}

/** @param {string} of @param {number} count */
export function lost(of, count) {
  return `“${of}”现在没有收下：${count} 条记录留在这台设备上，下次提交或打开课程时补发。`;
}

/** @param {string} of Who runs the record store; the last paragraph of the data page. */
export function held(of) {
  return `发出去的由“${of}”保存；怎样使用、保存多久、谁能看，由办记录库的单位规定，要删除请找它。`;
}
