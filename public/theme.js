// Runs before the first paint, as a file because the content security policy allows no inline script.
// The choice ("light", "dark", "contrast") is in localStorage; without one the system decides.
(function () {
  const contrast = matchMedia('(prefers-contrast: more)');
  const dark = matchMedia('(prefers-color-scheme: dark)');

  function chosen() {
    try {
      return localStorage.getItem('outboard.theme');
    } catch {
      return null;
    }
  }

  function apply() {
    const system = contrast.matches ? 'contrast' : dark.matches ? 'dark' : 'light';
    document.documentElement.dataset.theme = chosen() || system;
  }

  apply();
  contrast.addEventListener('change', apply);
  dark.addEventListener('change', apply);
  addEventListener('storage', apply);
})();
