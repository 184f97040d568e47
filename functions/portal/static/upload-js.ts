/**
 * Makes the upload form send its files itself, with progress. Without it the form leads to a page with one plain
 * form per file. Written for the browser, so it is kept as the text that is served.
 */
export const uploadJs = String.raw`'use strict';
const form = document.getElementById('upload');
const [main, others] = [document.getElementById('f-main'), document.getElementById('f-others')];
const status = document.getElementById('upload-status');
const list = document.getElementById('upload-list');
const button = form.querySelector('button[type=submit]');
const maxBytes = Number(form.dataset.maxBytes), maxFiles = Number(form.dataset.maxFiles);
const types = form.dataset.types.split(',');
let sending = false;

document.getElementById('with-script').hidden = false;
document.getElementById('without-script').remove();
main.required = true;
button.textContent = '提交并上传';

const ground = document.getElementById('f-ground').closest('.field');
const showGround = () => {
  const chosen = form.querySelector('input[name=attribute]:checked');
  ground.hidden = !chosen || chosen.value === 'public';
  if (ground.hidden) form.elements.ground.value = '';
};
form.addEventListener('change', showGround);
showGround();

const mib = (bytes) => (bytes < 1048576 ? Math.ceil(bytes / 1024) + ' KB' : (bytes / 1048576).toFixed(1) + ' MB');
const make = (tag, text, className) => Object.assign(document.createElement(tag), { textContent: text, className: className || '' });

function problem(files) {
  if (files.length > maxFiles) return '一次最多上传 ' + maxFiles + ' 个文件，您选了 ' + files.length + ' 个。';
  for (const f of files) {
    if (!types.includes(f.name.split('.').pop().toLowerCase()))
      return '“' + f.name + '”的类型不能接收。请另存为 ' + form.dataset.common + ' 之一。';
    if (f.size === 0) return '“' + f.name + '”是空文件，请检查后重新选择。';
    if (f.size > maxBytes) return '“' + f.name + '”有 ' + mib(f.size) + '，超过 ' + mib(maxBytes) + '，请压缩或拆分。';
  }
}

function showErrors(errors) {
  for (const old of form.querySelectorAll('.field.wrong')) {
    old.classList.remove('wrong');
    for (const message of old.querySelectorAll('p.error')) message.remove();
  }
  let first;
  for (const [name, message] of Object.entries(errors)) {
    const control = document.getElementById(name === 'files' ? 'f-main' : 'f-' + name);
    const field = control && control.closest('.field');
    if (!field) continue;
    const p = make('p', message, 'error');
    p.id = 'f-' + name + '-error';
    field.classList.add('wrong');
    field.closest('details')?.setAttribute('open', '');
    field.querySelector('label, legend').after(p);
    control.setAttribute('aria-describedby', p.id);
    first = first || control;
  }
  if (first) first.focus();
}

function say(kind, text) {
  status.className = 'notice ' + kind;
  status.hidden = false;
  status.textContent = text;
}

function send(file, post, row) {
  const bar = row.querySelector('progress'), note = row.querySelector('.quiet');
  return new Promise((resolve, reject) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(post.fields)) body.append(name, value);
    body.append('file', new Blob([file], { type: 'application/octet-stream' }), 'file');
    const request = new XMLHttpRequest();
    request.open('POST', post.url);
    request.upload.onprogress = (e) => {
      if (!e.lengthComputable) return;
      bar.value = e.loaded / e.total;
      note.textContent = Math.floor((e.loaded / e.total) * 100) + '%，共 ' + mib(file.size);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) {
        bar.value = 1;
        note.textContent = '已送达，' + mib(file.size);
        return resolve();
      }
      let told;
      try { told = JSON.parse(request.responseText).message; } catch {}
      note.textContent = told || '没有传完（' + request.status + '）。';
      reject(new Error(note.textContent));
    };
    request.onerror = () => {
      note.textContent = '网络中断，没有传完。';
      reject(new Error(note.textContent));
    };
    request.send(body);
  });
}

async function sendAll(jobs, next) {
  sending = true;
  say('info', '正在上传，请不要关闭本页。');
  const left = [];
  for (const job of jobs) {
    try { await send(job.file, job.post, job.row); } catch { left.push(job); }
  }
  sending = false;
  if (left.length === 0) {
    say('success', '全部文件已送达。');
    location.assign(next);
    return;
  }
  say('error', '有 ' + left.length + ' 个文件没有传完。已登记的内容没有丢失，可以再试一次。');
  const again = make('button', '重新上传没有传完的文件');
  again.type = 'button';
  again.onclick = () => { again.remove(); void sendAll(left, next); };
  status.after(again);
  again.focus();
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const files = [...main.files, ...others.files];
  const wrong = problem(files);
  showErrors(wrong ? { files: wrong } : {});
  if (wrong) return;
  const fields = Object.fromEntries([...new FormData(form)].filter(([, v]) => typeof v === 'string'));
  button.disabled = true;
  try {
    const answer = await fetch(form.action, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...fields, files: files.map((f) => ({ name: f.name, size: f.size })) }),
    });
    const told = await answer.json();
    if (!answer.ok) {
      showErrors(told.fields || {});
      say('error', told.error);
      status.scrollIntoView({ block: 'nearest' });
      button.disabled = false;
      return;
    }
    form.hidden = true;
    const jobs = files.map((file, i) => {
      const row = make('li', file.name);
      row.append(Object.assign(document.createElement('progress'), { max: 1, value: 0 }), make('span', '等待上传', 'quiet small'));
      list.append(row);
      return { file, row, post: told.posts[i] };
    });
    status.focus();
    await sendAll(jobs, told.next);
  } catch {
    say('error', '网络不通，没有提交成功。请检查网络后再点一次“提交并上传”。');
    button.disabled = false;
  }
});

window.addEventListener('beforeunload', (event) => {
  if (sending) event.preventDefault();
});
`;
