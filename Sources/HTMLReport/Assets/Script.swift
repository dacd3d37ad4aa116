/// The report's script: search, filters and keys. It reads what the document has and writes nothing
/// into it but the count.
enum Script {
  static let text = #"""
    "use strict";
    (() => {
      const root = document.documentElement;
      const byID = (id) => document.getElementById(id);
      const all = (selector, from = document) => Array.from(from.querySelectorAll(selector));
      root.classList.add("js");

      // Where a browser keeps nothing for files, settings last as long as the page is open.
      const memory = {
        get(key) { try { return localStorage.getItem(key); } catch { return null; } },
        set(key, value) { try { localStorage.setItem(key, value); } catch { /* not kept */ } },
      };

      // Settings
      const themes = all('input[name="theme"]');
      const theme = themes.find((input) => input.value === memory.get("connectorgen-theme"));
      if (theme) theme.checked = true;
      for (const input of themes) {
        input.addEventListener("change", () => memory.set("connectorgen-theme", input.value));
      }
      const shortcuts = byID("shortcuts");
      shortcuts.checked = memory.get("connectorgen-shortcuts") !== "off";
      shortcuts.addEventListener("change", () => {
        memory.set("connectorgen-shortcuts", shortcuts.checked ? "on" : "off");
      });

      // Search and filters
      const form = byID("search");
      const query = byID("query");
      const wholeText = byID("whole-text");
      const status = byID("status");
      const filters = all('fieldset input[type="checkbox"]', form);
      const cards = all(".card").map((element) => {
        const link = element.querySelector("a");
        return { element, link, article: byID(decodeURIComponent(link.hash.slice(1))) };
      });
      const text = (elements) => elements.map((one) => one.textContent).join("\n").toLowerCase();
      const factsOf = (card) => card.facts ??= text(
        [card.element, ...all(".facts, .findings, .corrections, .changes, .lead", card.article)]);
      const wholeOf = (card) => card.whole ??= factsOf(card) + text(all(".code", card.article));

      const visible = () => cards.filter((card) => !card.element.hidden);
      const update = () => {
        const words = query.value.toLowerCase().split(/\s+/).filter(Boolean);
        const chosen = new Map();
        for (const input of filters) {
          if (!input.checked) continue;
          chosen.set(input.name, [...chosen.get(input.name) ?? [], input.value]);
        }
        for (const card of cards) {
          const fits = [...chosen].every(([name, values]) => {
            const own = card.element.dataset[name].split(" ");
            return values.some((value) => own.includes(value));
          });
          const textOf = wholeText.checked ? wholeOf : factsOf;
          const found = fits && words.every((word) => textOf(card).includes(word));
          card.element.hidden = !found;
        }
        for (const group of all(".group, .kind")) {
          group.hidden = !group.querySelector(".card:not([hidden])");
        }
        const count = visible().length;
        const isAll = count === cards.length;
        status.textContent = isAll ? `${count} shown`
          : count === 0 ? "Nothing fits. Clear the search or a filter."
          : `${count} of ${cards.length} shown`;
      };
      form.addEventListener("input", update);
      form.addEventListener("change", update);
      form.addEventListener("submit", (event) => event.preventDefault());
      byID("clear").addEventListener("click", () => {
        form.reset();
        update();
        query.focus();
      });
      // A browser may have kept what was typed before the page was loaded anew.
      update();
      const folded = matchMedia("(max-width: 60rem)");
      const fold = () => { byID("filters").open = !folded.matches; };
      folded.addEventListener("change", fold);
      fold();

      // Places
      const title = document.title;
      let opened = null;
      const article = () => document.querySelector("main > article:is(:target, :has(:target))");
      const arrive = () => {
        const current = article();
        const heading = current?.querySelector("h2");
        document.title = heading ? `${heading.textContent} – ${title}` : title;
        if (current) {
          opened = cards.find((card) => card.article === current) ?? opened;
        } else if (opened && document.activeElement === document.body) {
          opened.link.focus();
        }
      };
      addEventListener("hashchange", arrive);
      arrive();
      document.querySelector(".skip").addEventListener("click", (event) => {
        event.preventDefault();
        const target = article() ?? byID("results");
        target.focus();
        target.scrollIntoView();
      });

      // Keys
      const isTyping = (target) => target.matches('input:not([type="checkbox"], [type="radio"])');
      const move = (step) => {
        const links = visible().map((card) => card.link);
        const index = links.indexOf(document.activeElement);
        if (index < 0 && document.activeElement !== query) return false;
        if (index + step < 0) query.focus();
        else links[Math.min(index + step, links.length - 1)]?.focus();
        return true;
      };
      addEventListener("keydown", (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
        if (event.key === "/" && shortcuts.checked && !isTyping(event.target)) {
          if (article()) location.hash = "overview";
          query.focus();
          query.select();
        } else if (event.key === "Escape" && article()) {
          location.hash = "overview";
          opened?.link.focus();
        } else if (event.key === "Escape" && event.target === query && query.value) {
          query.value = "";
          update();
        } else if (event.key === "Enter" && event.target === query) {
          visible()[0]?.link.click();
        } else if (!["ArrowDown", "ArrowUp"].includes(event.key)
          || !move(event.key === "ArrowDown" ? 1 : -1)) {
          return;
        }
        event.preventDefault();
      });
    })();
    """#
}
