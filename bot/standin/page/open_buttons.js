const BUTTON = 2;
const LINK = 5;

/** Whether an edit ends what a message asked: its last button that could be pressed is shut, or shut ones are taken away. @param {Message} before @param {Message} edited */
export function isClosedBy(before, edited) {
  if (!edited.components) return false;
  const [was, is] = [buttons(before.components), buttons(edited.components)];
  return (was.some(isOpen) && !is.some(isOpen)) || (was.length > 0 && is.length === 0);
}

/** The buttons that ask the bot something. @param {unknown} components @returns {Component[]} */
function buttons(components) {
  return /** @type {Component[]} */ ([components ?? []].flat()).flatMap((component) => [
    ...(component?.type === BUTTON && component.style !== LINK ? [component] : []),
    ...buttons(component?.components),
    ...buttons(component?.accessory),
  ]);
}

/** @param {Component} button */
function isOpen(button) {
  return button.disabled !== true;
}
