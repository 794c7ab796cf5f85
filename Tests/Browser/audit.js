// Evaluated in a page: what is wrong with it, as a list of sentences.
(() => {
  const faults = [];
  const all = selector => [...document.querySelectorAll(selector)];
  const expect = (holds, text) => { if (!holds) faults.push(text); };
  // Names of any length are in hostile pages alone.
  const names = /A{100}/;
  const brief = text => text.trim().slice(0, 40);

  expect(document.documentElement.lang === "en", "it has no language");
  expect(document.title.length > 0, "it has no title");
  expect(document.compatMode === "CSS1Compat", "it is read in quirks mode");
  const root = document.documentElement;
  expect(root.scrollWidth <= root.clientWidth, `it is ${root.scrollWidth} wide in a window of ${root.clientWidth}`);

  const levels = all("h1,h2,h3,h4,h5,h6").map(heading => Number(heading.localName[1]));
  expect(levels.filter(level => level === 1).length === 1 && levels[0] === 1, "it has not one h1, first");
  levels.forEach((level, place) => expect(place === 0 || level <= levels[place - 1] + 1, `a heading skips to h${level}`));
  for (const heading of all("h1,h2,h3,h4,h5,h6")) expect(heading.textContent.trim() !== "", "a heading is empty");

  for (const table of all("table")) {
    // A phone scrolls any table, a screen only what grows with the years.
    const [own, frame] = [table.tHead ? table.tHead.rows[0].cells.length : 0, table.closest(".scroll")];
    const fits = !frame || frame.scrollWidth <= frame.clientWidth;
    expect(innerWidth < 1000 || own > 14 || names.test(table.textContent) || fits, `a table of ${own} columns is wider than the page`);
    expect(table.caption && table.caption.textContent.trim() !== "", "a table has no caption");
    for (const th of table.querySelectorAll("th")) {
      expect(["col", "row", "colgroup", "rowgroup"].includes(th.scope), `a th has no scope: ${brief(th.textContent)}`);
      expect(th.textContent.trim() !== "", "a th is empty");
    }
    for (const row of table.tBodies.length ? [...table.tBodies].flatMap(body => [...body.rows]) : []) {
      const words = [...row.cells].some(cell => cell.textContent.trim() !== "" && !cell.classList.contains("figure"));
      expect(!words || row.querySelector("th"), `a row has no header: ${brief(row.textContent)}`);
    }
  }
  const ids = all("[id]").map(element => element.id);
  expect(new Set(ids).size === ids.length, "an id is given twice");
  for (const element of all("[aria-labelledby]")) {
    for (const id of element.getAttribute("aria-labelledby").split(" ")) expect(document.getElementById(id), `there is no ${id}`);
  }
  const never = "script,img,iframe,object,embed,link,form,input,button,base,foreignObject,use,image,animate,set";
  for (const element of all("*")) {
    expect(!element.matches(never), `there is a ${element.nodeName}`);
    for (const attribute of element.attributes) {
      const leads = attribute.name === "href" && /^#[a-z0-9-]+$/.test(attribute.value) && document.getElementById(attribute.value.slice(1));
      expect(leads || !/^(on|style$|href$|src$|xlink)/i.test(attribute.name), `${element.nodeName} has ${attribute.name}`);
    }
  }

  const channels = color => {
    const numbers = color.match(/[\d.]+/g).map(Number);
    return { rgb: numbers.slice(0, 3), alpha: numbers[3] ?? 1 };
  };
  const luminance = color => {
    const [r, g, b] = channels(color).rgb.map(c => c / 255).map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  const within = (box, x, y) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
  const ground = element => {
    const svg = element.closest("svg");
    if (svg) {
      const box = element.getBoundingClientRect();
      const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
      const under = [...svg.querySelectorAll("rect[class*=shade]")].reverse()
        .find(rect => within(rect.getBoundingClientRect(), x, y) && getComputedStyle(rect).fill !== "none");
      if (under) return getComputedStyle(under).fill;
    }
    for (let at = svg ?? element; at; at = at.parentElement) {
      const color = getComputedStyle(at).backgroundColor;
      if (channels(color).alpha > 0) return color;
    }
    return "rgb(255, 255, 255)";
  };
  const page = ground(document.querySelector("main"));
  const seen = new Set();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (walker.currentNode.data.trim() === "" || element.closest("title,desc,.unseen")) continue;
    const style = getComputedStyle(element);
    const color = element.closest("svg") ? style.fill : style.color;
    const pair = `${color} on ${ground(element)}`;
    if (seen.has(pair)) continue;
    seen.add(pair);
    const ratio = contrast(color, ground(element));
    expect(ratio >= 4.5, `${pair} has a contrast of ${ratio.toFixed(2)}: ${brief(walker.currentNode.data)}`);
  }
  for (const area of all("svg [class^=color]")) {
    const fill = getComputedStyle(area).fill;
    const ratio = contrast(fill, page);
    expect(ratio >= 3, `${fill} on the page has a contrast of ${ratio.toFixed(2)}`);
  }

  for (const svg of all("svg")) {
    expect(svg.getAttribute("role") === "img", "a chart is no image");
    expect(svg.querySelector(":scope > title")?.textContent && svg.querySelector(":scope > desc")?.textContent, "a chart has no title or description");
    expect(svg.closest("section").querySelector("ul li"), "a chart has no words beside it");
    const frame = svg.getBoundingClientRect();
    const boxes = [...svg.querySelectorAll("text")].filter(text => text.textContent !== "")
      .map(text => ({ text: brief(text.textContent), box: text.getBoundingClientRect() }));
    for (const { text, box } of boxes) {
      expect(box.left >= frame.left - 1 && box.right <= frame.right + 1 && box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1, `a label leaves its chart: ${text}`);
    }
    boxes.forEach((one, place) => boxes.slice(place + 1).forEach(other => {
      const apart = one.box.right <= other.box.left || other.box.right <= one.box.left || one.box.bottom <= other.box.top + 1 || other.box.bottom <= one.box.top + 1;
      expect(apart, `labels meet: ${one.text} and ${other.text}`);
    }));
  }

  for (const scroll of all(".scroll")) {
    expect(scroll.tabIndex === 0 && scroll.getAttribute("role") === "region", "a scrolled table cannot be reached by keys");
    scroll.scrollLeft = 1e6;
    const cell = scroll.querySelector("tbody tr:not(.heading) > :first-child");
    if (cell) {
      const [edge, box] = [scroll.getBoundingClientRect(), cell.getBoundingClientRect()];
      expect(Math.abs(box.left - edge.left) < 2 && box.width <= edge.width * 0.6, `the first column is not in view: ${brief(cell.textContent)}`);
    }
    scroll.scrollLeft = 0;
  }
  return faults;
})()
