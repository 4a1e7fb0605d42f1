"""What the sample bank's April 2023 looked like: the figures that its rows are planned to give at scale 1.

Nothing outside this folder knows them. Each is met by planning, not by luck: any seed gives the same.
"""

from __future__ import annotations

LINES = ("企金", "零售", "资金", "风控", "数字", "运营", "科技")

#: Months that orders are planned for, and the work orders carried from one year into the next.
CARRIED = 1257

#: Received in each month of 2023, by line; lines that are not named share what is left of the total.
RECEIVED = {
    "2023-01": {"total": 398, "企金": 44, "零售": 110},
    "2023-02": {"total": 402, "企金": 38, "零售": 118},
    "2023-03": {"total": 451, "企金": 41, "零售": 126},
    "2023-04": {"total": 397, "企金": 40, "零售": 92, "资金": 9},
}

#: Released in each month, by class and line; six months of them make the means that the magazine prints.
RELEASED = {
    "2022-11": {"routine": 270, "project": 9, "technical": 41},
    "2022-12": {"routine": 262, "project": 11, "technical": 38},
    "2023-01": {"routine": 281, "project": 5, "technical": 44, "企金": 31, "零售": 94},
    "2023-02": {"routine": 295, "project": 4, "technical": 40, "企金": 27, "零售": 106},
    "2023-03": {"routine": 316, "project": 5, "technical": 46, "企金": 29, "零售": 115},
    "2023-04": {"routine": 352, "project": 2, "technical": 46, "企金": 36, "零售": 93, "资金": 11},
}

#: The windows of April and what went live in them, by class.
WINDOWS = {
    "2023-04-07": {"routine": 133, "technical": 19, "project": 0},
    "2023-04-25": {"routine": 219, "technical": 27, "project": 2},
}

VOIDED_CORPORATE = 41

PROJECTS = {"live": 12, "on_plan": 18, "stopped": 1}
IT_SHARE = 0.24

UX_RAISED, UX_SOLVED, UX_SYSTEMS = 531, 415, 43

#: Meetings, topics, and advice before and in the review, by month.
REVIEWS = {"2023-03": (3, 7, 74, 81), "2023-04": (4, 9, 102, 102)}

#: Daily means of the core system, and the busiest minute, by month.
CORE_DAILY = {"2023-03": 4500.0, "2023-04": 4549.97}
CORE_PEAK = {"2023-03": 180, "2023-04": 173}
CREDIT_LATENCY_MS = {"2023-03": 113.46, "2023-04": 112.78}

#: Mean, peak and lowest daily users of the mobile bank, with the days of the last two.
MOBILE = {
    "2023-02": (121934, 139760, "2023-02-06", 103518, "2023-02-26"),
    "2023-03": (124820, 148557, "2023-03-15", 106212, "2023-03-26"),
    "2023-04": (124258, 138099, "2023-04-17", 104451, "2023-04-30"),
}

BATCH_MEAN_MINUTES = 80
BATCH_LONG = ("2023-04-07", 150)
REPORT_LATE = ("2023-04-01", "12:12:34")

ACCOUNTS = {"technology": 195, "business": 157, "other": 16}
ACCESS_DAILY = 80
ACCESS_RESOURCES, ACCESS_CITIES = 26, 49
WUHAN_CONNECTIONS = 53174

DEFECTS_CLEARED, DEFECTS_OPEN = 670, 23
