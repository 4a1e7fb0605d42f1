"""What the sample bank's April 2023 looks like: the figures that its rows are planned to give at scale 1.

Nothing outside this folder knows them. Each is met by planning, not by luck: every seed gives the same.
"""

from __future__ import annotations

#: Work orders carried from 2022 into 2023.
CARRIED = 1257

#: Received in each month of 2023, and by those lines of which it is known; the others share the rest.
RECEIVED = {"2023-01": 398, "2023-02": 402, "2023-03": 451, "2023-04": 397}
RECEIVED_BY_LINE = {
    "2023-01": {"企金": 44, "零售": 110},
    "2023-02": {"企金": 38, "零售": 118},
    "2023-03": {"企金": 41, "零售": 126},
    "2023-04": {"企金": 40, "零售": 92, "资金": 9},
}

#: Released in each month as routine, technical and project; six months of them make the means that are printed.
RELEASED = {
    "2022-11": (270, 41, 9),
    "2022-12": (262, 38, 11),
    "2023-01": (281, 44, 5),
    "2023-02": (295, 40, 4),
    "2023-03": (316, 46, 5),
    "2023-04": (352, 46, 2),
}
RELEASED_BY_LINE = {
    "2023-01": {"企金": 31, "零售": 94},
    "2023-02": {"企金": 27, "零售": 106},
    "2023-03": {"企金": 29, "零售": 115},
    "2023-04": {"企金": 36, "零售": 93, "资金": 11},
}

#: The release windows that are known, and what went live in each as routine, technical and project.
WINDOWS = {
    "2023-04-07": (133, 19, 0),
    "2023-04-25": (219, 27, 2),
}

#: Work orders of the corporate line that were voided up to now.
VOIDED_CORPORATE = 41

#: The share of all person-days that went into the technology department's own work.
TECHNOLOGY_SHARE = 0.24

UX_RAISED, UX_SOLVED, UX_SYSTEMS = 531, 415, 43

#: Meetings, topics, and advice given before and in the review, by month.
REVIEWS = {"2023-03": (3, 7, 74, 81), "2023-04": (4, 9, 102, 102)}

#: The core system's transactions, and those of its busiest minute, by month.
CORE = {"2023-03": (93_000, 180), "2023-04": (91_000, 173)}
CREDIT_LATENCY_MS = {"2023-03": 113.46, "2023-04": 112.78}

#: Mean, most and fewest daily users of the mobile bank, with the days of the last two.
MOBILE = {
    "2023-02": (121_934, 139_760, "2023-02-06", 103_518, "2023-02-26"),
    "2023-03": (124_820, 148_557, "2023-03-15", 106_212, "2023-03-26"),
    "2023-04": (124_258, 138_099, "2023-04-17", 104_451, "2023-04-30"),
}

#: The core batch's mean in April, and its longest night; the day the reports were late, and until when.
CORE_BATCH_MINUTES = 80
CORE_BATCH_LONG = ("2023-04-07", 150)
REPORTS_LATE = ("2023-04-01", "12:12:34")

#: Accounts of the mobile office by kind, its resources, and what a month of it looks like.
ACCOUNTS = {"technology": 195, "business": 157, "other": 16}
ACCESS_RESOURCES, ACCESS_CITIES, ACCESS_DAILY = 26, 49, 80
WUHAN_CONNECTIONS = {"2023-03": 50_866, "2023-04": 53_174}

DEFECTS_CLEARED, DEFECTS_OPEN = 670, 23

#: Technology contracts signed online since the first, and between which days they were applied for.
ECONTRACTS, ECONTRACT_DAYS = 16, ("2023-03-21", "2023-04-26")

#: The newest robot scenario: since when it is live, its cases, and minutes a case by hand and by robot.
ROBOT_LIVE_ON, ROBOT_CASES, ROBOT_MINUTES = "2023-04-11", 15, (15.0, 1.5)

#: Related parties under the default rules, at any scale: what is planted below, and as many near relatives as are left.
RELATED_PARTIES = 4491
#: Those who may approve large credit, the managers of each branch, and the directors and supervisors.
AUTHORISED, BRANCH_MANAGERS, BOARD = 420, 4, 20
