const WATCHED = {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['aria-selected'],
};

/** Marks the tabs as what they are: a list of buttons, one of them current. */
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
 * GraphiQL gives a tab the role of a tab and a button inside it, which screen readers do not reach.
 * @returns a function that stops the correction
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
