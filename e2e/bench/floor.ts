import { createServer, type Server } from 'node:http';

/** What each measurement of the board is held against: the same columns of the same cards, windowed by a few lines without any library. */
export async function serveFloor(columns: object): Promise<{ url: string; close(): void }> {
  const body = html.replace('/* columns */', () =>
    JSON.stringify(columns).replaceAll('<', String.raw`\u003c`),
  );
  const server: Server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Floor</title>
<style>
  body { margin: 0; font: 13px/20px sans-serif; display: grid; grid-template: 48px 1fr / 2fr 1fr 1fr; height: 100vh; gap: 8px }
  input { grid-column: 1 / -1 }
  section { display: flex; flex-direction: column; min-height: 0; background: #f4f4f6 }
  .scroller { overflow-y: auto; flex: 1; position: relative }
  article { position: absolute; left: 8px; right: 8px; height: 84px; box-sizing: border-box; padding: 8px; background: #fff;
    border: 1px solid #ddd; border-radius: 8px; contain: strict }
  article p { margin: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
  article button { width: 24px; height: 24px }
</style>
<input aria-label="Search tasks">
<script>
  const columns = /* columns */;
  const rowHeight = 92;
  const views = {};
  let searched = '';
  function draw(view) {
    const { scroller, sizer, rows, drawn } = view;
    const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - 4);
    const last = Math.min(rows.length, Math.ceil((scroller.scrollTop + view.height) / rowHeight) + 4);
    for (const [index, card] of drawn) {
      if (index < first || index >= last || card.row !== rows[index]) { card.element.remove(); drawn.delete(index); }
    }
    for (let index = first; index < last; index += 1) {
      if (drawn.has(index)) continue;
      const element = cardOf(rows[index]);
      element.style.top = index * rowHeight + 'px';
      drawn.set(index, { element, row: rows[index] });
      sizer.append(element);
    }
    sizer.style.height = rows.length * rowHeight + 'px';
  }
  function cardOf(row) {
    const element = document.createElement('article');
    element.dataset.taskId = row.id;
    element.draggable = true;
    element.innerHTML = '<p><b></b> <time></time></p><p></p><p><button>✓</button><button>✕</button><button>⏰</button></p>';
    element.querySelector('b').textContent = row.title;
    element.querySelector('time').textContent = row.due ? new Date(row.due.at).toLocaleDateString() : '';
    element.children[1].textContent = row.person.name + ' · ' + row.person.company;
    element.addEventListener('dragstart', (event) => event.dataTransfer.setData('text/plain', row.id));
    return element;
  }
  for (const [name, all] of Object.entries(columns)) {
    const section = document.createElement('section');
    section.setAttribute('aria-label', name);
    section.innerHTML = '<h2></h2><div class="scroller"><div></div></div>';
    section.firstChild.textContent = name + ' ' + all.length;
    document.body.append(section);
    const scroller = section.lastChild;
    const view = { all, rows: all, scroller, sizer: scroller.firstChild, drawn: new Map(), height: scroller.clientHeight };
    views[name] = view;
    scroller.addEventListener('scroll', () => draw(view));
    section.addEventListener('dragover', (event) => event.preventDefault());
    section.addEventListener('drop', (event) => {
      event.preventDefault();
      const id = event.dataTransfer.getData('text/plain');
      for (const one of Object.values(views)) {
        const row = one.all.find((row) => row.id === id);
        if (!row) continue;
        one.all = one.all.filter((other) => other !== row);
        view.all = [row, ...view.all];
      }
      search();
    });
    draw(view);
  }
  function search() {
    for (const view of Object.values(views)) {
      view.rows = view.all.filter((row) => (row.title + ' ' + row.person.name).toLowerCase().includes(searched));
      draw(view);
    }
  }
  document.querySelector('input').addEventListener('input', (event) => {
    searched = event.target.value.toLowerCase();
    search();
  });
</script>
</html>
`;
