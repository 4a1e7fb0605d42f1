SELECT
  SUM(
    (
      (
        (
          "t3"."rank" * 2
        ) - "t3"."handlers"
      ) - 1
    ) * "t3"."decisions"
  ) / NULLIF(MAX("t3"."handlers") * SUM("t3"."decisions"), 0) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t2"."handler_id",
    "t2"."decisions",
    (
      ROW_NUMBER() OVER (
        ORDER BY "t2"."decisions" ASC, "t2"."handler_id" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1
    ) + 1 AS "rank",
    COUNT(*) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "handlers"
  FROM (
    SELECT
      "t1"."handler_id",
      COUNT(*) AS "decisions"
    FROM (
      SELECT
        *
      FROM "process"."task" AS "t0"
      WHERE
        "t0"."period" = '2023-04' AND "t0"."decided" AND "t0"."handler_id" IS NOT NULL
    ) AS "t1"
    GROUP BY
      1
  ) AS "t2"
) AS "t3"
