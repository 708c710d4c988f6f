const onApple = /Mac|iPhone|iPad/.test(navigator.userAgent);

export const MOD_KEY = onApple ? '⌘' : 'Ctrl';
