"""Write docs/reference from the registries: what the code says of itself, in Chinese and English side by side."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from lushan.cli import main as commands
from lushan.command import EXIT_CODES, leaves
from lushan.contracts import Contract
from lushan.domains import catalogue, domains
from lushan.domains import parameters as known_parameters
from lushan.domains.domain import Domain
from lushan.exhibits.exhibit import Exhibit
from lushan.runs.metric import Metric
from lushan.runs.model import Model, Read
from lushan.words import Text
from lushan.workbench.rules import rule_words
from lushan.workspace import KNOWN, Workspace

FOLDER = Path(__file__).parents[1] / "docs" / "reference"
WRITTEN = "<!-- Written from the code by `make docs`; change it there. -->"
SETTINGS = {
    "bank.zh": Text("本行的中文名称，印在月刊上", "the bank's name in Chinese, as editions print it"),
    "bank.en": Text("本行的英文名称", "the bank's name in English"),
    "bank.time_zone": Text("本行的时区：日与月从哪里开始", "where its days and months begin, by the IANA database"),
    "compute.engine": Text(
        "计算引擎：duckdb，或一台机器容不下时用 pyspark", "duckdb; pyspark where one machine is not enough"
    ),
    "compute.memory": Text("内嵌引擎可用的内存", "how much memory the embedded engine may use"),
    "compute.master": Text("仅 pyspark：在哪个集群上运行", "pyspark only: the cluster to run on"),
    "state.url": Text(
        "状态数据库；密码写作 ${NAME}，取自环境变量",
        "the state database; a password is written ${NAME} and comes from the environment",
    ),
}
DIRECTIONS = {"up": "higher is better", "down": "lower is better", "none": "—"}


def pages() -> dict[str, str]:
    """Every page of the reference, by file name."""
    return {
        "commands.md": page("Commands", commands_page()),
        "contracts.md": page("契约 · Contracts", contracts_page()),
        "models.md": page("模型 · Models", models_page()),
        "metrics.md": page("指标 · Metrics", metrics_page()),
        "actions.md": page("待办 · Actions", actions_page()),
        "exhibits.md": page("图表 · Exhibits", exhibits_page()),
        "settings.md": page("Settings", settings_page()),
        "exit-codes.md": page("Exit codes", exit_codes_page()),
    }


def page(title: str, blocks: Iterable[str]) -> str:
    """A page of blocks, a blank line between them."""
    return "\n\n".join([f"# {title}", WRITTEN, *(block.strip("\n") for block in blocks)]) + "\n"


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A table; a bar within a cell is escaped."""
    lines = [list(heads), *([str(cell).replace("|", "\\|").replace("\n", " ") for cell in row] for row in rows)]
    head, *body = (f"| {' | '.join(line)} |" for line in lines)
    return "\n".join([head, "|" + "---|" * len(lines[0]), *body])


def both(text: Text) -> str:
    """A text in both languages."""
    return " · ".join(said for said in (text.zh, text.en) if said)


def code(text: object) -> str:
    """A text as code."""
    return f"`{text}`"


def anchored(id: str, page: str) -> str:
    """A link to a definition's heading."""
    return f"[{code(id)}]({page}.md#{id.replace('.', '')})"


def commands_page() -> Iterator[str]:
    """Each command: how it is called, what it does, its options and an example."""
    yield "How each ends is told by its [exit code](exit-codes.md)."
    group = click.Context(commands, info_name="lushan", **commands.context_settings)
    for name, command in leaves(commands).items():
        context = click.Context(command, info_name=name, parent=group)
        said, _, example = inspect.cleandoc(command.help or "").partition("\b\nExample:\n")
        yield f"## lushan {name}"
        yield "\n\n".join(" ".join(part.split()) for part in said.strip().split("\n\n"))
        yield f"```\n{command.get_usage(context).removeprefix('Usage: ')}\n```"
        options = [option for option in command.params if isinstance(option, click.Option)]
        if options:
            yield table(("Option", "Meaning", "Default"), (_option(option) for option in options))
        yield "```\n" + "\n".join(line.strip() for line in example.strip().splitlines()) + "\n```"


def _option(option: click.Option) -> tuple[str, str, str]:
    name = " ".join(filter(None, (option.opts[0], option.metavar or "")))
    default = option.default
    shown = "" if option.is_flag or not isinstance(default, (str, int, float)) else code(default)
    return code(name), option.help or "", "required" if option.required else shown


def by_domain() -> Iterator[tuple[str, Domain]]:
    """A heading for each domain, and the domain."""
    for domain in domains():
        yield f"## {both(domain.title)}", domain


def contracts_page() -> Iterator[str]:
    """Each contract: its columns, their types, keys, sensitivity and rules."""
    for heading, domain in by_domain():
        yield heading
        for contract in domain.contracts:
            yield f"### {contract.id}"
            yield f"**{both(contract.title)}.** {both(contract.about)}"
            yield _about(contract)
            yield table(("Column", "名称 · Name", "Type", "Sensitivity", "Rules"), _columns(contract))
            if across := [rule for rule in contract.rules if rule.kind == "expression"]:
                yield "\n".join(f"- {both(rule_words(rule))}: {code(rule.expression)}" for rule in across)


def _about(contract: Contract) -> str:
    made = "a model" if contract.id in catalogue().models else "landing"
    cut = f"one part for each month of {code(contract.period)}" if contract.period else "replaced whole"
    return f"Made by {made}; {cut}; version {contract.version}; owner {contract.owner}."


def _columns(contract: Contract) -> Iterator[tuple[str, ...]]:
    for column in contract.columns:
        rules = [rule_words(rule).en for rule in contract.rules if rule.column == column.name]
        key = ["key"] if column.key else []
        yield code(column.name), both(column.title), code(column.type), column.sensitivity, "; ".join(key + rules)


def models_page() -> Iterator[str]:
    """Each model: what it makes, of what, and with which parameters."""
    for heading, domain in by_domain():
        if domain.models:
            yield heading
        for model in domain.models:
            yield f"### {model.id}"
            yield f"**{both(catalogue().contracts[model.id].title)}.** {model.about}"
            yield from _definition(model)


def _definition(definition: Model | Exhibit) -> Iterator[str]:
    makes = f" Makes {anchored(definition.id, 'contracts')}." if isinstance(definition, Model) else ""
    yield f"Reads {reads(definition.reads)}.{makes}"
    if isinstance(definition, Model) and definition.parameters:
        yield table(("Parameter", "Default"), ((code(n), code(v)) for n, v in definition.parameters.items()))


def reads(read: Iterable[Read]) -> str:
    """The tables that a definition reads, and how far back."""
    far = {None: ", all periods", 0: ""}
    return ", ".join(
        anchored(one.table, "contracts") + far.get(one.back, f", {one.back} periods back with it") for one in read
    )


def metrics_page() -> Iterator[str]:
    """Each metric: its definition, unit, direction, cuts and owner."""
    for heading, domain in by_domain():
        if domain.metrics:
            yield heading
            heads = ("Metric", "名称 · Name", "公式 · Formula", "Unit", "Better", "Cuts", "Owner")
            yield table(heads, (_metric(metric) for metric in domain.metrics))


def _metric(metric: Metric) -> tuple[str, ...]:
    cuts = ", ".join(" × ".join(map(code, cut)) for cut in metric.by)
    unit = metric.unit + (f", {metric.decimals} decimals" if metric.decimals else "")
    whole = "" if metric.whole else " (these alone)"
    formula = f"{metric.formula.zh}<br>{metric.formula.en}"
    return code(metric.id), both(metric.title), formula, unit, DIRECTIONS[metric.better], cuts + whole, metric.owner


def actions_page() -> Iterator[str]:
    """Each action: what must be done, where it is listed, and what may be said of it."""
    for heading, domain in by_domain():
        if domain.actions:
            yield heading
        for action in domain.actions:
            yield f"### {action.id}"
            yield f"**{both(action.title)}.** Listed in {anchored(action.table, 'contracts')}."
            heads = ("Verdict", "名称 · Name", "Closes")
            yield table(
                heads, ((code(v), both(t), "yes" if v in action.closing else "") for v, t in action.verdicts.items())
            )


def exhibits_page() -> Iterator[str]:
    """Each exhibit: what it shows, and of what."""
    for heading, domain in by_domain():
        if domain.exhibits:
            yield heading
        for exhibit in domain.exhibits:
            yield f"### {exhibit.id}"
            yield f"**{both(exhibit.name)}** ({exhibit.kind}). {exhibit.about}"
            yield from _definition(exhibit)


def settings_page() -> Iterator[str]:
    """Each setting of lushan.toml, and each parameter of a definition."""
    yield "A workspace is a folder with a `lushan.toml`. Every setting is optional."
    fields = {"time_zone": "zone", "url": "state_url"}
    for section, names in KNOWN.items():
        yield f"## [{section}]"
        yield table(
            ("Setting", "Meaning", "Default"),
            ((code(n), both(SETTINGS[f"{section}.{n}"]), _default(section, fields.get(n, n))) for n in sorted(names)),
        )
    yield '## [parameters."domain.definition"]'
    yield "What a definition may be told. A change runs again what depends on it."
    yield table(("Definition", "Parameter", "Default"), parameters())


def _default(section: str, field: str) -> str:
    if section == "bank" and field in ("zh", "en"):
        return code(getattr(Workspace.bank, field))
    return code(str(getattr(Workspace, field))) if getattr(Workspace, field, "") else "a file in the workspace"


def parameters() -> Iterator[tuple[str, str, str]]:
    """Every parameter of every definition."""
    for definition, known in known_parameters().items():
        for name, default in known.items():
            yield code(definition), code(name), code(default)


def exit_codes_page() -> Iterator[str]:
    """What a command's ending says."""
    yield "Scripts may trust them. With `--json` a refusal is JSON on standard output, under `error`."
    yield table(("Code", "Meaning"), ((code(number), said) for number, said in EXIT_CODES.items()))


def main() -> None:
    """Write all pages."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(f"docs/reference/{name}")


if __name__ == "__main__":
    main()
