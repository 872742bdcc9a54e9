// Small choices kept between visits; without storage they last until the page is closed.

const here = new Map();

export function kept(name) {
  try {
    return localStorage.getItem(`soat-${name}`) ?? here.get(name) ?? "";
  } catch {
    return here.get(name) ?? "";
  }
}

export function keep(name, value) {
  here.set(name, value);
  try {
    localStorage.setItem(`soat-${name}`, value);
  } catch {
    // refused by the browser: the value lasts as long as the page
  }
}
