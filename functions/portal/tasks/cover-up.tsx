/** A file that pretends to be redacted: said before anything else. */
import { coveredWords, isCovered } from '../../shared/covered.ts';
import { Notice } from '../layout.tsx';
import type { TaskView } from './task-view.ts';

const shownPlaces = 4;

export const CoverUp = ({ view: { text, document } }: { view: TaskView }) => {
  const covered = (text?.files ?? []).flatMap((file) =>
    file.hidden.filter(isCovered).map((part) => ({ file: file.name, place: part.place })),
  );
  if (covered.length === 0) return null;
  // A hidden column hides something in every row.
  const places = [...new Set(covered.map(({ file, place }) => `《${file}》${withoutRow(place)}`))];
  const isPublic = document.attribute === 'public';
  return (
    <Notice kind={isPublic ? 'error' : 'warning'}>
      <p>
        <strong>{coveredWords}</strong>（{covered.length} 处）：{places.slice(0, shownPlaces).join('；')}
        {places.length > shownPlaces && ` 等 ${places.length} 个位置`}。
      </p>
      <p>
        得到文件的人能把这些内容找出来，所以不能以“主动公开”发布原文件
        {isPublic
          ? '。请把公开属性改为“删减后公开”（删减稿中不会有这些内容），或退回部门清除后重新上传。'
          : '；“删减后公开”的删减稿中不会有这些内容。'}
        内容见下面的“看不见的内容”。
      </p>
    </Notice>
  );
};

const withoutRow = (place: string): string =>
  place.replace(/隐藏的第 \d+ 行$/, '隐藏的行').replace(/第 \d+ 行/, '');
