SELECT
  (
    COUNT(*) * 100
  ) / MAX("t7"."staff") AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t3"."instance_id",
    "t3"."process",
    "t3"."department",
    "t3"."title",
    "t3"."urgent",
    "t3"."started_at",
    "t3"."ended_at",
    "t3"."state",
    "t3"."started",
    "t3"."finished",
    "t3"."open",
    "t3"."same_day",
    "t3"."cycle_seconds",
    "t3"."natural_seconds",
    "t3"."steps",
    "t3"."returns",
    "t3"."dwell_seconds",
    "t3"."rework_seconds",
    "t3"."clean",
    "t3"."fits",
    "t3"."period",
    "t6"."staff"
  FROM (
    SELECT
      *
    FROM "process"."case" AS "t0"
    WHERE
      "t0"."period" = '2023-04' AND "t0"."started"
  ) AS "t3"
  CROSS JOIN (
    SELECT
      COUNT(*) AS "staff"
    FROM (
      SELECT
        *
      FROM "process"."handler" AS "t1"
      WHERE
        (
          (
            "t1"."joined_on" IS NULL
          )
          OR (
            "t1"."joined_on" <= MAKE_DATE(2023, 4, 30)
          )
        )
        AND (
          (
            "t1"."left_on" IS NULL
          ) OR (
            "t1"."left_on" > MAKE_DATE(2023, 4, 30)
          )
        )
    ) AS "t4"
  ) AS "t6"
) AS "t7"
