WITH "t3" AS (
  SELECT
    *
  FROM "process"."case" AS "t1"
  WHERE
    "t1"."period" = '2023-04' AND "t1"."finished"
)
SELECT
  SUM("t9"."dwell_seconds") / NULLIF(MAX("t9"."all_cycle_seconds"), 0) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t4"."instance_id",
    "t4"."seq",
    "t4"."process",
    "t4"."node",
    "t4"."department",
    "t4"."handler_id",
    "t4"."handler",
    "t4"."arrived_at",
    "t4"."opened_at",
    "t4"."decided_at",
    "t4"."action",
    "t4"."reason",
    "t4"."after",
    "t4"."place",
    "t4"."visit",
    "t4"."backwards",
    "t4"."sent_back",
    "t4"."decided",
    "t4"."pending",
    "t4"."delegated",
    "t4"."away",
    "t4"."wait_seconds",
    "t4"."touch_seconds",
    "t4"."dwell_seconds",
    "t4"."natural_seconds",
    "t4"."sla_seconds",
    "t4"."overdue",
    "t4"."unread",
    "t4"."instant",
    "t4"."bears_amount",
    "t4"."off_hours",
    "t4"."mobile",
    "t4"."as_of",
    "t4"."period",
    "t8"."all_cycle_seconds"
  FROM (
    SELECT
      *
    FROM "process"."task" AS "t0"
    WHERE
      "t0"."period" = '2023-04' AND "t0"."decided_at" IS NOT NULL
  ) AS "t4"
  SEMI JOIN "t3" AS "t6"
    ON "t4"."instance_id" = "t6"."instance_id"
  CROSS JOIN (
    SELECT
      SUM("t5"."cycle_seconds") AS "all_cycle_seconds"
    FROM "t3" AS "t5"
  ) AS "t8"
) AS "t9"
