/** Messages for the learner in a platform. */
import { inWords } from './entries.js';

export const NO_PLATFORM =
  '没有找到学习平台：课程照常可学，但成绩不会报给平台。请从平台里打开这门课程。';
export const NOT_OPENED =
  '学习平台没有接受这次登录：课程照常可学，但成绩不会报给平台。请回到平台，重新登录再打开。';
/** @param {string} parameter */
export const badLaunch = (parameter) =>
  `学习平台打开课程时给的参数（${parameter}）有误：课程照常可学，但成绩不会报给平台。请告诉平台的管理员。`;
export const ELSEWHERE =
  '这门课程已在另一个窗口打开，这里的作答都已交给那个窗口。请关掉这一页，在那里接着学。';
export const HANDED_OVER = '另一个窗口里的作答已经接了过来。';

/** @param {boolean} onDevice */
export function lost(onDevice) {
  const copy = onDevice
    ? '没存上的作答在这台设备上留了一份，下次从平台打开会补上。'
    : '这台设备也不让保存，关掉这一页，没存上的作答就没有了：请先到“学习进度”导出学习记录。';
  return `学习平台没有收下最近的进度（可能是登录过期或断网）。${copy}`;
}

/**
 * @param {import('./types.js').Outcome} outcome
 * @param {import('./types.js').Rule} rule
 * @param {boolean} cut
 */
export function saved({ answered, count, completed, success, score }, rule, cut) {
  const needed = Math.ceil((rule.answered * count) / 100);
  const done = completed ? '已学完' : `做完 ${needed} 题算学完`;
  const verdicts = { passed: '，合格', failed: '，还没有合格', unknown: '' };
  const scored = score === null ? '' : `；${rule.paper ? '测试最好成绩' : '得分'} ${score}`;
  const shorter = cut ? '（空间不够，只存了一部分）' : '';
  return `进度已存到平台${shorter}：答过 ${answered}/${count} 题，${done}${scored}${verdicts[success]}`;
}

/**
 * @param {import('./packing.js').Packed} packed
 * @param {{ onDevice: boolean, detailed: boolean }} where
 */
export function kept({ kept: whole, shortened, dropped }, { onDevice, detailed }) {
  const lines = whole.length ? [`平台存着：${inWords(whole).join('，')}`] : [];
  if (shortened.length) {
    lines.push(`平台的空间不够，最早的 ${shortened.length} 道题只存了结果，没有存所选所填`);
  }
  if (dropped.length) lines.push(`平台放不下，没有存：${inWords(dropped).join('，')}`);
  if (shortened.length + dropped.length) {
    const here = onDevice ? '这台设备上存着全部；' : '';
    lines.push(`${here}要在别处也留下全部，请到“学习进度”页导出学习记录`);
  }
  if (!detailed) lines.push('各题的作答明细，平台没有全部收下；进度和成绩不受影响');
  return lines;
}

/**
 * @param {{ damaged: boolean, taken: number, kept: { unknown: number } | null }} found
 */
export function restored({ damaged, taken, kept }) {
  return [
    ...(damaged ? ['平台存的进度读不出来，没有载入'] : []),
    ...(kept?.unknown ? [`课程更新了，${kept.unknown} 道题的作答没有带过来`] : []),
    ...(taken ? [`上次没有存到平台的 ${taken} 条记录已从这台设备补上`] : []),
  ];
}
