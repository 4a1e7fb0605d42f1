SELECT
  SUM(CAST("t1"."archived_on" <= "t1"."archive_due_on" AS INT)) / COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t0"."flow_id",
    "t0"."title",
    "t0"."party",
    "t0"."department",
    "t0"."online",
    "t0"."pages",
    "t0"."applied_at",
    "t0"."archived_at",
    "t0"."archive_due_on",
    "t0"."milestone",
    "t0"."moved_at",
    "t0"."idle_days",
    "t0"."stalled",
    "t0"."reason",
    "t0"."returns",
    "t0"."returns_late",
    "t0"."resends",
    "t0"."cycle_seconds",
    "t0"."period",
    CAST("t0"."archived_at" + TO_SECONDS(28800) AS DATE) AS "archived_on"
  FROM "process"."econtract_flow" AS "t0"
  WHERE
    "t0"."period" = '2023-04'
    AND "t0"."archived_at" IS NOT NULL
    AND "t0"."archive_due_on" IS NOT NULL
) AS "t1"
