"""The script of the page: filters, and ways from a finding to its place and back.

The choice stands in the address, as ``#muc=error&nhom=locality,units&tim=OCOP``, so that it can be
kept and sent.
"""

from __future__ import annotations

SCRIPT = r"""
(function () {
  "use strict";
  var bar = document.getElementById("filter");
  var search = document.getElementById("search");
  var chosen = { muc: [], nhom: [], tim: "" };
  var all = function (selector, root) {
    return Array.prototype.slice.call((root || document).querySelectorAll(selector));
  };
  var chips = all(".chip");
  var documents = all("details.doc");

  function lower(text) { return text.normalize("NFC").toLowerCase(); }
  function bare(text) {
    return lower(text).normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  }
  function fill(template, values) {
    return template.replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }

  var marks = {};
  all(".text-pane mark, .text-pane .caret, .text-pane sup").forEach(function (mark) {
    var name = mark.dataset.note || (mark.id || mark.firstChild.hash.slice(1))
      .replace(/(place|note)-/, "");
    (marks[name] = marks[name] || []).push(mark);
  });
  var findings = all(".finding").map(function (item) {
    var home = item.closest("details.doc");
    return {
      item: item, home: home, muc: item.dataset.muc, nhom: item.dataset.nhom,
      marks: marks[item.id.replace("note-", "")] || []
    };
  });

  function words(finding, how) {
    var key = how === bare ? "bare" : "lower";
    if (!(key in finding)) {
      finding[key] = how([
        finding.item.querySelector(".said").textContent, finding.item.dataset.rule,
        finding.home ? finding.home.dataset.path : ""
      ].join(" ").replace(/\s+/g, " "));
    }
    return finding[key];
  }
  function among(list, value) { return !list.length || list.indexOf(value) >= 0; }

  function apply() {
    var wanted = lower(chosen.tim).replace(/\s+/g, " ").trim();
    var how = bare(wanted) === wanted ? bare : lower;
    var filtered = Boolean(chosen.muc.length || chosen.nhom.length || wanted);
    var shown = 0;
    var counts = new Map();
    findings.forEach(function (one) {
      var fits = among(chosen.muc, one.muc) && among(chosen.nhom, one.nhom) &&
        (!wanted || words(one, how).indexOf(wanted) >= 0);
      one.item.hidden = !fits;
      one.marks.forEach(function (mark) { mark.classList.toggle("off", !fits); });
      if (fits) {
        shown += 1;
        counts.set(one.home, (counts.get(one.home) || 0) + 1);
      }
    });
    documents.forEach(function (home) {
      home.hidden = filtered && !counts.get(home);
      home.querySelector(".here").textContent =
        filtered ? fill(bar.dataset.here, { shown: counts.get(home) || 0 }) : "";
    });
    chips.forEach(function (chip) {
      var pressed = chosen[chip.dataset.key].indexOf(chip.dataset.value) >= 0;
      chip.setAttribute("aria-pressed", String(pressed));
    });
    var template = !filtered ? bar.dataset.all : shown ? bar.dataset.some : bar.dataset.none;
    document.getElementById("status").textContent =
      fill(template, { shown: shown, all: findings.length, files: counts.size });
    document.getElementById("reset").hidden = !filtered;
  }

  function read() {
    var hash = location.hash.slice(1);
    if (hash && hash.indexOf("=") < 0) { return; }
    var told = new URLSearchParams(hash);
    var list = function (key) { return (told.get(key) || "").split(",").filter(Boolean); };
    chosen = { muc: list("muc"), nhom: list("nhom"), tim: told.get("tim") || "" };
    search.value = chosen.tim;
    apply();
  }
  function write() {
    var told = [];
    if (chosen.muc.length) { told.push("muc=" + chosen.muc.map(encodeURIComponent).join(",")); }
    if (chosen.nhom.length) { told.push("nhom=" + chosen.nhom.map(encodeURIComponent).join(",")); }
    if (chosen.tim) { told.push("tim=" + encodeURIComponent(chosen.tim)); }
    try { history.replaceState(null, "", "#" + told.join("&")); } catch (error) { /* not vital */ }
    apply();
  }

  function reveal(target) {
    for (var home = target.closest("details"); home; home = home.parentElement.closest("details")) {
      home.open = true;
    }
    var inText = Boolean(target.closest(".text-pane"));
    var name = target.id.replace(/(place|note)-/, "");
    var note = document.getElementById(target.id.replace("place-", "note-"));
    all(".current").forEach(function (one) { one.classList.remove("current"); });
    (inText ? marks[name] || [target] : [target]).forEach(function (one) {
      one.classList.add("current");
    });
    if (inText && note) {
      var list = note.closest(".list");
      list.scrollTop += note.getBoundingClientRect().top - list.getBoundingClientRect().top;
    }
    target.scrollIntoView({ block: inText ? "start" : "nearest" });
    var link = inText ? document.querySelector('sup a[href="#' + (note || target).id + '"]')
      : target.querySelector("a.label");
    (link || target).focus({ preventScroll: true });
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href^='#']");
    if (!link) {
      var item = event.target.closest(".finding");
      if (!item || event.target.closest(".finding details") || String(getSelection())) { return; }
      link = item.querySelector("a.label");
    }
    var target = link && document.getElementById(link.hash.slice(1));
    if (!target) { return; }
    event.preventDefault();
    if (target.id === "top") { scrollTo(0, 0); } else { reveal(target); }
  });

  addEventListener("beforeprint", function () {
    documents.forEach(function (home) {
      if (!home.open) { home.classList.add("listed"); home.open = true; }
    });
  });
  addEventListener("afterprint", function () {
    all("details.listed").forEach(function (home) {
      home.classList.remove("listed");
      home.open = false;
    });
  });

  var asked = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
  if (asked) { reveal(asked); }

  if (!bar) { return; }
  bar.hidden = false;
  document.documentElement.classList.add("scripted");
  chips.forEach(function (chip) {
    chip.addEventListener("click", function () {
      var list = chosen[chip.dataset.key];
      var index = list.indexOf(chip.dataset.value);
      if (index < 0) { list.push(chip.dataset.value); } else { list.splice(index, 1); }
      write();
    });
  });
  search.addEventListener("input", function () { chosen.tim = search.value; write(); });
  document.getElementById("reset").addEventListener("click", function () {
    chosen = { muc: [], nhom: [], tim: "" };
    search.value = "";
    write();
    search.focus();
  });
  var unfold = document.getElementById("unfold");
  if (unfold) {
    var names = [unfold.textContent, unfold.dataset.close];
    unfold.addEventListener("click", function () {
      var open = unfold.textContent === names[0];
      documents.forEach(function (home) { home.open = open; });
      unfold.textContent = names[open ? 1 : 0];
    });
  }
  addEventListener("hashchange", read);
  read();
  apply();
})();
"""
