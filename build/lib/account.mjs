/** The name of the account pictures are drawn under stays out of them. */
import { userInfo } from 'node:os';

/** Puts the office in place of that name wherever it is shown. */
export const hideAccount = (stage) =>
  stage.page.evaluate((name) => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const node = texts.currentNode;
      if (node.data.split(/\s/).includes(name)) node.data = node.data.replace(name, 'Văn phòng công đoàn');
    }
  }, userInfo().username);
