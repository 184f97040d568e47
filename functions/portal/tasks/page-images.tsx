/** Pages of a PDF as pictures. Closed ones are not loaded: a browser asks for a picture when its page is opened. */
import { base } from '../base.ts';

export const PageImages = ({
  task,
  slot,
  pages,
  of,
  open = 1,
}: {
  task: string;
  slot: number;
  pages: number;
  /** Of the original, or of its redacted copy. */
  of: 'pages' | 'copies';
  /** Which page is open at first. */
  open?: number;
}) => (
  <div class="page-images">
    {Array.from({ length: pages }, (_, i) => i + 1).map((page) => (
      <details open={page === open} class="fold">
        <summary>
          {of === 'copies' ? '删减稿' : '原件'}第 {page} 页
        </summary>
        <div class="page-image" data-slot={slot} data-page={page} data-of={of}>
          <img
            src={`${base}/tasks/${task}/${of}/${slot}/${page}`}
            loading="lazy"
            width="1240"
            height="1754"
            alt={
              of === 'copies'
                ? `删减稿第 ${page} 页的图像，文字见下方的删减稿`
                : `第 ${page} 页的图像，筛查发现已用线标出，文字见上方`
            }
          />
        </div>
      </details>
    ))}
  </div>
);
