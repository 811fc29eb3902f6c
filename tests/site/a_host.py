"""A stand-in for the host of a repository: it answers what the forms ask GitHub, and keeps what they send.

Invented for the tests. It knows only the questions that the vendored script asks; any other is
kept in `unknown`, which the tests want empty.
"""

import base64
import hashlib
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from playwright.sync_api import Route

MAIN, WHEN = "main", "2022-11-10T12:00:00Z"
_AUTHOR = {"name": "A Clerk", "email": "clerk@example.org", "avatarUrl": "", "user": {"id": 1, "login": "clerk"}}
_OPEN = {"access-control-allow-origin": "*", "access-control-allow-headers": "*", "access-control-allow-methods": "*"}


class Host:
    """One repository with the files of a record on its branch main."""

    def __init__(self, folder: Path) -> None:
        files = (path for path in (folder / "data").rglob("*") if path.is_file())
        self.branches = {MAIN: {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}}
        self.pulls: list[dict[str, Any]] = []
        self.tokens: set[str] = set()
        self.messages: list[str] = []
        self.unknown: list[str] = []

    def answer(self, route: Route) -> None:
        request = route.request
        if request.method == "OPTIONS":
            return route.fulfill(status=204, headers=_OPEN)
        self.tokens.add(request.headers.get("authorization", ""))
        path = unquote(request.url.partition("api.github.com")[2].partition("?")[0])
        said = self.graph(**request.post_data_json) if path == "/graphql" else self.rest(request.method, path, request)
        if said is None:
            self.unknown.append(f"{request.method} {path} {request.post_data or ''}")
            return route.fulfill(status=404, headers=_OPEN, json={"message": "not known here"})
        if said == "":
            return route.fulfill(status=204, headers=_OPEN)
        return route.fulfill(json=said, headers=_OPEN)

    def rest(self, method: str, path: str, request: Any) -> Any:
        match method, path.split("/")[1:]:
            case "GET", ["user"]:
                return {"login": "clerk", "name": "A Clerk", "email": "clerk@example.org", "id": 1, "avatar_url": ""}
            case "GET", ["repos", _, _, "collaborators", "clerk"]:
                return ""
            case "GET", ["repos", _, _, "git", "trees", *branch]:
                files = self.branches["/".join(branch) if "/".join(branch) in self.branches else MAIN]
                return {"tree": [_leaf(name, text) for name, text in files.items()], "truncated": False}
            case "POST", ["repos", _, _, "pulls"]:
                return self.open_pull(**request.post_data_json)
            case "POST", ["repos", _, _, "issues", number, "labels"]:
                self.pulls[int(number) - 1]["labels"] = request.post_data_json["labels"]
                return []
        return None

    def open_pull(self, title: str, head: str, base: str, draft: bool, body: str) -> dict[str, Any]:
        number = len(self.pulls) + 1
        self.pulls.append({"title": title, "head": head, "base": base, "draft": draft})
        return {
            "number": number, "node_id": f"PR{number}", "title": title, "created_at": WHEN, "updated_at": WHEN,
            "html_url": f"https://github.com/office/minutes/pull/{number}", "head": {"sha": _sha(head)},
        }  # fmt: skip

    def graph(self, query: str, variables: dict[str, Any]) -> Any:
        said = self.mutation(query, variables.get("input", {})) if "mutation" in query else self.question(query)
        return said if said is None else {"data": said}

    def mutation(self, query: str, given: dict[str, Any]) -> Any:
        if "createRef(" in query:
            self.branches[given["name"].removeprefix("refs/heads/")] = dict(self.branches[MAIN])
            return {"createRef": {"ref": {"name": given["name"]}}}
        if "createCommitOnBranch(" in query:
            files = self.branches[given["branch"]["branchName"]]
            added = given["fileChanges"]["additions"]
            for file in added:
                files[file["path"]] = base64.b64decode(file["contents"]).decode("utf-8")
            self.messages.append(given["message"]["headline"])
            ids = {f"file_{number}": {"oid": _sha(files[file["path"]])} for number, file in enumerate(added)}
            return {"createCommitOnBranch": {"commit": {"oid": _sha(str(added)), "committedDate": WHEN, **ids}}}
        return None

    def question(self, query: str) -> Any:
        blobs = {_sha(text): text for text in self.branches[MAIN].values()}
        if "defaultBranchRef" in query:
            return {"repository": {"defaultBranchRef": {"name": MAIN}}}
        if "totalCount" in query:
            return {"repository": {"pullRequests": {"totalCount": 0}}}
        if "pullRequests(" in query:
            return {"repository": {"pullRequests": {"nodes": []}}}
        if "fork:" in query:
            return {"fork": {"id": "R1"}, "base": {"ref": {"target": {"oid": _sha(MAIN)}}}}
        asked = _aliases(query)
        if asked and any(sha in blobs for _, sha in asked):
            return {"repository": {alias: {"text": blobs[sha], "oid": sha} for alias, sha in asked if sha in blobs}}
        last = {"oid": _sha(MAIN), "message": "Data: Begin", "committedDate": WHEN, "author": _AUTHOR}
        target = {"target": {"oid": _sha(MAIN), "history": {"nodes": [last]}}}
        if "ref(" in query:
            return {"repository": dict.fromkeys(["ref", *re.findall(r"(\w+): +ref\(", query)], target)}
        return None


def _leaf(name: str, text: str) -> dict[str, Any]:
    return {"type": "blob", "path": name, "sha": _sha(text), "size": len(text.encode()), "mode": "100644"}


def _sha(text: str) -> str:
    return hashlib.sha1(text.encode()).hexdigest()


def _aliases(query: str) -> list[tuple[str, str]]:
    """Each name in a question with the identifier of the blob that it asks for."""
    return re.findall(r'(\w+): object\(oid: "([0-9a-f]{40})"\)', query)
