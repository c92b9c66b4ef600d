const WATCHED = {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['aria-selected'],
};

/** Says of the tabs what they are: a list of buttons, of which one is current. */
function tell(list: Element): void {
  list.setAttribute('role', 'list');
  for (const tab of list.querySelectorAll('.graphiql-tab')) {
    tab.removeAttribute('role');
    tab.removeAttribute('aria-selected');
    const current = tab.classList.contains('graphiql-tab-active');
    const button = tab.querySelector('.graphiql-tab-button');
    if (current) button?.setAttribute('aria-current', 'true');
    else button?.removeAttribute('aria-current');
  }
}

/**
 * GraphiQL gives a tab the role of a tab and a button inside of it, which a screen reader never gets to.
 * @returns ends it
 */
export function plainTabs(root: Element): () => void {
  const look = () => {
    const list = root.querySelector('.graphiql-tabs');
    if (!list) return;
    observer.disconnect();
    tell(list);
    observer.observe(root, WATCHED);
  };
  const observer = new MutationObserver(look);
  observer.observe(root, WATCHED);
  look();
  return () => observer.disconnect();
}
