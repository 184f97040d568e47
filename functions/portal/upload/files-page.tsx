/** The second step without JavaScript: one plain form per file, straight to storage. */
import type { DocumentFile, GovDocument } from '@gongkai/domain/document.ts';
import { maxFileBytes, uploadTypes } from '@gongkai/domain/uploads.ts';
import type { PresignedPost } from '@gongkai/platform/ports.ts';
import { base } from '../base.ts';
import type { PortalContext } from '../env.ts';
import { Notice, PortalPage } from '../layout.tsx';

export interface FilesPageProps {
  c: PortalContext;
  document: GovDocument;
  posts: readonly { file: DocumentFile; post: PresignedPost }[];
  /** Where to look at what became of it. */
  statusPath: string;
}

export const FilesPage = ({ c, document, posts, statusPath }: FilesPageProps) => (
  <PortalPage c={c} title="上传文件：第二步" current={`${base}/upload`}>
    <div class="narrow">
      <h1>第二步：逐个上传文件</h1>
      {posts.length === 0 ? (
        <Notice kind="success">
          <p>全部文件都已送达，不需要再上传。</p>
        </Notice>
      ) : (
        <>
          <Notice kind="info">
            <p>
              内容已登记，编号 {document.id}。还要上传 {posts.length} 个文件，最后一个送达后自动开始审查。
            </p>
            <p>
              每选好一个文件就点它下面的“上传”，<strong>浏览器停止转动即为送达，页面不会变化</strong>
              。全部传完后查看办理情况。上传须在一小时内完成；过期请刷新本页。
            </p>
          </Notice>
          {posts.map(({ file, post }) => (
            <SlotForm file={file} post={post} />
          ))}
        </>
      )}
      <div class="actions">
        <a class="button" href={statusPath}>
          查看办理情况
        </a>
      </div>
    </div>
  </PortalPage>
);

const SlotForm = ({ file, post }: { file: DocumentFile; post: PresignedPost }) => (
  <form class="card" method="post" action={post.url} enctype="multipart/form-data">
    <h2>{file.name}</h2>
    {Object.entries(post.fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <div class="field">
      <label for={`slot-${file.slot}`}>选择文件</label>
      <p class="hint">
        {uploadTypes.join('、')}，不超过 {maxFileBytes / 1_048_576} MB
      </p>
      <input
        id={`slot-${file.slot}`}
        type="file"
        name="file"
        required
        accept={uploadTypes.map((type) => `.${type}`).join(',')}
      />
    </div>
    <button type="submit">上传{file.name}</button>
  </form>
);
