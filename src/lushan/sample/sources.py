"""The source files of the sample bank, in the order in which they are landed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pyarrow as pa

from lushan.sample import (
    access,
    approval_types,
    approvals,
    architecture,
    bank,
    batches,
    centre,
    days,
    econtracts,
    experience,
    mobile,
    ownership,
    projects,
    related_credit,
    robots,
    staff,
    tickets,
    transactions,
    transfers,
    work,
)
from lushan.sample.chance import Sample
from lushan.sample.east import register, reports
from lushan.sample.east.filing import batches as filed
from lushan.sample.east.tables import TABLES, collected


@dataclass(frozen=True)
class Source:
    """One file that some system of the bank hands over.

    Args:
        file: its path below ``sources``; the ending says its kind.
        contract: what it is landed under.
        rows: its rows, a batch at a time.
        mapped: whether it needs a mapping, which lies in ``mappings`` under the file's name.
        shared: the name of its mapping, where several files have the same.
        encoding: of a CSV file.
    """

    file: str
    contract: str
    rows: Callable[[Sample], Iterator[pa.Table]]
    mapped: bool = False
    encoding: str = "utf-8"
    shared: str = ""

    @property
    def mapping(self) -> str:
        """The path of its mapping below ``sources``."""
        folder, _, name = self.file.rpartition("/")
        return f"{folder}/{self.shared or name.rpartition('.')[0]}.map.yaml"


SOURCES = (
    Source("bank/calendar.csv", "bank.calendar", days.calendar),
    Source("bank/organisation.csv", "bank.organisation", bank.organisations),
    Source("delivery/project.csv", "delivery.project", projects.projects),
    Source("delivery/ticket.csv", "delivery.ticket", tickets.tickets, mapped=True, encoding="gb18030"),
    Source("delivery/ticket_event.csv", "delivery.ticket_event", tickets.ticket_events),
    Source("delivery/release_window.csv", "delivery.release_window", tickets.release_windows),
    Source("delivery/timesheet.csv", "delivery.timesheet", work.timesheets),
    Source("delivery/ux_issue.xlsx", "delivery.ux_issue", experience.ux_issues, mapped=True),
    Source("delivery/review_meeting.csv", "delivery.review_meeting", architecture.review_meetings),
    Source("delivery/review_topic.csv", "delivery.review_topic", architecture.review_topics),
    Source("delivery/review_advice.csv", "delivery.review_advice", architecture.review_advice),
    Source("delivery/baseline.csv", "delivery.baseline", architecture.baseline),
    Source("delivery/instance.csv", "delivery.instance", architecture.instances),
    Source("delivery/large_table.csv", "delivery.large_table", architecture.large_tables),
    Source("delivery/bid.csv", "delivery.bid", projects.bids),
    Source("operations/transaction.parquet", "operations.transaction", transactions.transactions),
    Source("operations/mobile_day.csv", "operations.mobile_day", mobile.mobile_days),
    Source("operations/batch_job.jsonl", "operations.batch_job", batches.batch_jobs),
    Source("operations/batch_dependency.csv", "operations.batch_dependency", batches.batch_dependencies),
    Source("operations/access_account.csv", "operations.access_account", access.access_accounts, encoding="utf-8-sig"),
    Source("operations/access_resource.csv", "operations.access_resource", access.access_resources),
    Source("operations/access_session.csv", "operations.access_session", access.access_sessions),
    Source("operations/incident.csv", "operations.incident", centre.incidents, mapped=True),
    Source("operations/centre_item.csv", "operations.centre_item", centre.centre_items),
    Source("operations/centre_defect.csv", "operations.centre_defect", centre.centre_defects),
    Source("process/type.csv", "process.type", approval_types.process_types),
    Source("process/node.csv", "process.node", approval_types.process_nodes),
    Source("process/handler.csv", "process.handler", staff.handlers),
    Source("process/absence.csv", "process.absence", staff.absences),
    Source("process/instance.csv", "process.instance", approvals.instances),
    Source("process/step.csv", "process.step", approvals.steps),
    Source("process/econtract.csv", "process.econtract", econtracts.econtracts),
    Source("process/econtract_step.csv", "process.econtract_step", econtracts.econtract_steps),
    Source("process/certificate.csv", "process.certificate", econtracts.certificates),
    Source("process/signature.csv", "process.signature", econtracts.signatures),
    Source("process/robot.csv", "process.robot", robots.robots),
    Source("process/robot_scenario.csv", "process.robot_scenario", robots.robot_scenarios),
    Source("process/robot_run.csv", "process.robot_run", robots.robot_runs),
    *(
        Source(f"governance/east_{name}.csv", f"governance.east_{name}", filed(collected(name)), True, shared="east")
        for name in TABLES
    ),
    Source("governance/report_1104.csv", "governance.report_1104", filed(reports.report_1104)),
    Source("governance/one_table_item.csv", "governance.one_table_item", filed(reports.one_table)),
    Source("governance/customer.csv", "governance.customer", register.master),
    Source("governance/policy.csv", "governance.policy", register.policies),
    Source("governance/issue.csv", "governance.issue", register.issues),
    Source("governance/migration_result.csv", "governance.migration_result", register.migration_results),
    *(
        Source(f"risk/{name}.csv", f"risk.{name}", ownership.table_of(name))
        for name in ("party", "holding", "office", "kinship", "agreement", "own_staff")
    ),
    Source("risk/credit_customer.csv", "risk.credit_customer", related_credit.credit_customers),
    Source("risk/credit_balance.csv", "risk.credit_balance", related_credit.credit_balances),
    Source("risk/deal.csv", "risk.deal", related_credit.deals),
    Source("risk/net_capital.csv", "risk.net_capital", related_credit.net_capital),
    Source("risk/account.csv", "risk.account", transfers.accounts),
    Source("risk/transfer.parquet", "risk.transfer", transfers.transfers),
    Source("risk/known_bad.csv", "risk.known_bad", transfers.known_bad),
)
