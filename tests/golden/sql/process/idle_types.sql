SELECT
  COUNT(*) AS "value",
  COUNT(*) AS "rows"
FROM (
  SELECT
    "t3"."type_id",
    "t3"."name",
    "t3"."owner",
    "t3"."amount_bearing",
    "t3"."opened_on"
  FROM (
    SELECT
      *
    FROM "process"."type" AS "t0"
    WHERE
      (
        "t0"."opened_on" IS NULL
      ) OR (
        "t0"."opened_on" < MAKE_DATE(2022, 11, 1)
      )
  ) AS "t3"
  ANTI JOIN (
    SELECT DISTINCT
      "t1"."type_id"
    FROM "process"."instance" AS "t1"
    WHERE
      CAST("t1"."started_at" + TO_SECONDS(28800) AS DATE) BETWEEN MAKE_DATE(2022, 11, 1) AND MAKE_DATE(2023, 4, 30)
  ) AS "t5"
    ON "t3"."type_id" = "t5"."type_id"
) AS "t6"
