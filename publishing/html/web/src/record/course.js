/** Which course this page is of, as an export file names it. */

/** @returns {{ id: string, title: string }} */
export function thisCourse() {
  const name = document.querySelector('meta[property="og:site_name"]');
  return {
    id: document.documentElement.dataset.courseId ?? '',
    title: name?.getAttribute('content') ?? '',
  };
}
