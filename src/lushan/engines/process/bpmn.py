"""Reading a model from a BPMN 2.0 file."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from xml.etree import ElementTree

from lushan.engines.process.model import Model, Move
from lushan.errors import LushanError

TASKS = ("task", "userTask", "serviceTask", "manualTask", "scriptTask", "businessRuleTask", "sendTask", "receiveTask")
ACTIVITIES = frozenset({*TASKS, "callActivity", "subProcess"})
#: What passes tokens on unseen: any one that comes in, to all that goes out.
UNSEEN = frozenset({"intermediateCatchEvent", "intermediateThrowEvent"})
#: One comes in, and one of what goes out is chosen; or all must come in, and all go out.
CHOICES, FORKS = frozenset({"exclusiveGateway", "eventBasedGateway"}), frozenset({"parallelGateway"})
#: What changes nothing of which ways are right.
DATA = ("dataObject", "dataObjectReference", "dataStoreReference", "ioSpecification", "property")
WORDS = ("documentation", "extensionElements", "textAnnotation", "association", "group", "laneSet")
IGNORED = frozenset({"sequenceFlow", *DATA, *WORDS})


def read_bpmn(path: Path) -> Model:
    """The model of the first process of a file.

    Tasks are activities by their names, and so are calls and sub-processes as wholes. Exclusive and event-based
    gateways choose, parallel ones fork and join, events are unseen. Data, lanes and texts are passed over.

    Raises:
        LushanError: the file is no BPMN, or has an element that would change which ways are right and is not known.
    """
    try:
        root = ElementTree.parse(path).getroot()
    except (OSError, ElementTree.ParseError) as error:
        raise LushanError(f"it cannot be read: {error}", where=str(path), mend="save the model again") from error
    process = next((each for each in root.iter() if _tag(each) == "process"), None)
    if process is None:
        raise LushanError("there is no process in it", where=str(path), expected="BPMN 2.0")
    come: dict[str, list[str]] = defaultdict(list)
    leave: dict[str, list[str]] = defaultdict(list)
    for flow in (each for each in process if _tag(each) == "sequenceFlow"):
        leave[flow.get("sourceRef", "")].append(flow.get("id", ""))
        come[flow.get("targetRef", "")].append(flow.get("id", ""))
    moves: list[Move] = []
    for node in process:
        if _tag(node) not in IGNORED:
            moves += _moves(node, come[node.get("id", "")], leave[node.get("id", "")], path)
    return Model(tuple(moves), ("begin",), ("end",))


def _moves(node: ElementTree.Element, come: list[str], leave: list[str], path: Path) -> list[Move]:
    kind, name = _tag(node), node.get("name") or node.get("id") or ""
    if kind in FORKS:
        return [Move(None, tuple(come), tuple(leave))]
    if kind in CHOICES:
        return [Move(None, (one,), (other,)) for one in come for other in leave]
    if kind in ACTIVITIES:
        return [Move(" ".join(name.split()), (one,), tuple(leave)) for one in come]
    if kind == "startEvent":
        return [Move(None, ("begin",), tuple(leave))]
    if kind == "endEvent":
        return [Move(None, (one,), ("end",)) for one in come]
    if kind in UNSEEN:
        return [Move(None, (one,), tuple(leave)) for one in come]
    raise LushanError(
        f"{kind} is not known here",
        where=f"{path}, {name}",
        expected="tasks, events in the flow, exclusive, event-based and parallel gateways",
        mend="draw it with these",
    )


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rsplit("}", 1)[-1]
