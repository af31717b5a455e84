const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);

/** How this keyboard names the keys of search. */
export const searchKeyText = isApple ? '⌘ K' : 'Ctrl K';
