"""The script of the page of an audit: the search, and ways to what is folded."""

from __future__ import annotations

SCRIPT = r"""
(function () {
  "use strict";
  var bar = document.getElementById("filter");
  var search = document.getElementById("search");
  var status = document.getElementById("status");
  var reset = document.getElementById("reset");
  var levels = [];
  var kept = new Map();
  function all(selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  }
  function lower(text) { return text.normalize("NFC").toLowerCase().replace(/\s+/g, " "); }
  function bare(text) {
    return lower(text).normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  }
  function words(item, how) {
    var told = kept.get(item) || kept.set(item, {}).get(item);
    var name = how === bare ? "bare" : "lower";
    if (!(name in told)) { told[name] = how(item.dataset.find || item.textContent); }
    return told[name];
  }
  var items = all(".item");
  var homes = all("details.doc, details.of-rule").map(function (home) {
    return { home: home, findings: all(".finding", home) };
  });

  function apply() {
    var wanted = lower(search.value).trim();
    var how = bare(wanted) === wanted ? bare : lower;
    var shown = 0;
    function fits(item) { return !wanted || words(item, how).indexOf(wanted) >= 0; }
    items.forEach(function (item) {
      item.hidden = !fits(item);
      shown += item.hidden ? 0 : 1;
    });
    homes.forEach(function (one) {
      var named = Boolean(one.home.dataset.find) && fits(one.home);
      var left = 0;
      one.findings.forEach(function (finding) {
        var chosen = !levels.length || levels.indexOf(finding.dataset.muc) >= 0;
        finding.hidden = !(chosen && (named || fits(finding)));
        left += finding.hidden ? 0 : 1;
      });
      one.home.hidden = !(left || (named && !levels.length));
      shown += one.home.hidden ? 0 : 1;
    });
    var filtered = Boolean(wanted || levels.length);
    var told = shown ? bar.dataset.some.replace("{shown}", shown) : bar.dataset.none;
    status.textContent = filtered ? told : "";
    reset.hidden = !filtered;
  }

  function reveal(target) {
    for (var home = target.closest("details"); home; home = home.parentElement.closest("details")) {
      home.open = true;
    }
    target.scrollIntoView();
  }
  function follow() {
    var target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (target) { reveal(target); }
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    var target = link && document.getElementById(link.hash.slice(1));
    if (target && target.hidden) { clear(); }
    if (target && link.hash === location.hash) { reveal(target); }
  });
  addEventListener("hashchange", follow);
  follow();

  function clear() {
    search.value = "";
    levels = [];
    all(".chip").forEach(function (chip) { chip.setAttribute("aria-pressed", "false"); });
    apply();
  }
  bar.hidden = false;
  all(".chip").forEach(function (chip) {
    chip.addEventListener("click", function () {
      var place = levels.indexOf(chip.dataset.value);
      if (place < 0) { levels.push(chip.dataset.value); } else { levels.splice(place, 1); }
      chip.setAttribute("aria-pressed", String(place < 0));
      apply();
    });
  });
  search.addEventListener("input", apply);
  reset.addEventListener("click", function () { clear(); search.focus(); });
})();
"""
