/** The course of this page, as identified in export files. */

/** @returns {{ id: string, title: string }} */
export function thisCourse() {
  const name = document.querySelector('meta[property="og:site_name"]');
  return {
    id: document.documentElement.dataset.courseId ?? '',
    title: name?.getAttribute('content') ?? '',
  };
}
